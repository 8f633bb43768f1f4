-- Progress noted on a thread after help, with the years between; that help led to it only where the text says so
SELECT
    e.country, t.region, t.office, e.convention, t.subject, e.year, e.stage AS progress, e.years_since_assistance,
    coalesce(p.claimed, false) AS said_to_follow_from_help, p.remedy, p.page, e.event_id, e.thread_id
FROM assistance_needs.events e
JOIN assistance_needs.threads t USING (thread_id)
LEFT JOIN LATERAL (
    SELECT bool_or(claimed) OVER () AS claimed, remedy, page
    FROM assistance_needs.practices
    WHERE comment_id = e.comment_id AND convention IS NOT DISTINCT FROM e.convention AND country = e.country
    ORDER BY practice_id LIMIT 1
) p ON true
WHERE e.years_since_assistance IS NOT NULL
ORDER BY e.country, e.convention, e.year, e.event_id
