-- Needs by region: how many, how many open, how many that somebody asked for
SELECT
    region, count(*) AS needs, count(*) FILTER (WHERE open) AS open, count(DISTINCT country) AS countries,
    count(*) FILTER (WHERE cardinality(asked_by) > 0) AS asked_for,
    count(*) FILTER (WHERE 'government' = ANY (asked_by)) AS asked_for_by_government,
    count(*) FILTER (WHERE status IN ('delivered', 'effective', 'limited')) AS delivered
FROM assistance_needs.needs
GROUP BY region
ORDER BY open DESC, needs DESC, region
