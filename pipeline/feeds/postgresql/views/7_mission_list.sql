-- Missions with who proposed them, whether they were accepted and held, what came of them, and where it is said
SELECT
    m.country, m.mission, m.first_year, m.last_year, m.proposed_by, m.accepted, m.held, m.outcome, m.conventions,
    m.case_number, f.quote, f.page, f.source_id, m.mission_id
FROM assistance_needs.missions m
LEFT JOIN assistance_needs.findings f ON f.finding_id = m.findings[cardinality(m.findings)]
ORDER BY m.country, m.first_year, m.mission_id
