-- Threads on which a concern comes back in comment after comment and no help is in sight
SELECT
    t.concerns, t.comments, t.country, t.region, t.office, t.convention, t.subject, t.instrument_type, t.first_year,
    t.last_year, t.thread_id
FROM assistance_needs.threads t
WHERE t.gap
ORDER BY t.concerns DESC, t.country, t.convention, t.thread_id
