-- What was said of help in each year: on how many threads it was suggested, asked for, agreed, delivered
SELECT
    e.year,
    count(DISTINCT e.thread_id) FILTER (WHERE e.stage = 'suggested') AS suggested,
    count(DISTINCT e.thread_id) FILTER (WHERE e.stage = 'requested') AS requested,
    count(DISTINCT e.thread_id) FILTER (WHERE e.stage = 'requested' AND e.requester = 'government')
        AS requested_by_government,
    count(DISTINCT e.thread_id) FILTER (WHERE e.stage = 'agreed') AS agreed,
    count(DISTINCT e.thread_id) FILTER (WHERE e.stage = 'ongoing') AS ongoing,
    count(DISTINCT e.thread_id) FILTER (WHERE e.stage IN ('delivered', 'effective', 'limited')) AS delivered,
    count(DISTINCT e.thread_id) FILTER (WHERE e.stage IN ('effective')) AS effective
FROM assistance_needs.events e
GROUP BY e.year
ORDER BY e.year
