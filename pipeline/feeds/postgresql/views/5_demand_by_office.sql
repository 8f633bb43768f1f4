-- Threads and needs by field office: how many are open, wait for an answer, or have no help in sight
SELECT
    t.office, count(DISTINCT t.country) AS countries, count(*) AS threads,
    count(*) FILTER (WHERE t.open) AS open, count(*) FILTER (WHERE t.waiting) AS waiting,
    count(*) FILTER (WHERE t.gap) AS gaps, coalesce(sum(cardinality(t.need_id)), 0) AS needs
FROM assistance_needs.threads t
GROUP BY t.office
ORDER BY open DESC, threads DESC, t.office
