-- Threads on which help was asked for and nothing was agreed for some sessions, the longest wait first
SELECT
    t.waiting_sessions, t.country, t.region, t.office, t.convention, t.subject, t.status,
    asked.first_year AS first_request, asked.last_year AS last_request, asked.requesters, t.last_year, t.thread_id
FROM assistance_needs.threads t
LEFT JOIN LATERAL (
    SELECT min(e.year) AS first_year, max(e.year) AS last_year,
           array_agg(DISTINCT e.requester) FILTER (WHERE e.requester IS NOT NULL) AS requesters
    FROM assistance_needs.events e WHERE e.thread_id = t.thread_id AND e.stage = 'requested'
) asked ON true
WHERE t.waiting
ORDER BY t.waiting_sessions DESC, t.country, t.convention, t.thread_id
