-- Open needs, the most urgent first, ties sharing their place, each with the sentence that decides
SELECT
    rank() OVER (ORDER BY n.priority DESC) AS place,
    n.priority, n.priority_reasons, n.country, n.region, t.office, n.convention, n.subject, n.status, n.first_year,
    n.last_year, n.consecutive_comments, n.asked_by, n.purposes, n.progress, t.waiting, t.gap,
    q.quote, q.page, q.address, n.need_id
FROM assistance_needs.needs n
LEFT JOIN assistance_needs.latest_quotes q USING (need_id)
LEFT JOIN (
    SELECT DISTINCT ON (named.need_id) named.need_id, office, waiting, gap
    FROM assistance_needs.threads CROSS JOIN unnest(threads.need_id) AS named (need_id)
    ORDER BY named.need_id, thread_id
) t USING (need_id)
WHERE n.open
ORDER BY n.priority DESC, n.country, n.convention, n.need_id
