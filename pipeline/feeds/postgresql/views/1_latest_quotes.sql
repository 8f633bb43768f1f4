-- The sentence that decides where each need stands, with its page and address
SELECT
    n.need_id, n.country, n.convention, n.status, n.open,
    f.finding_id, f.quote, f.act, f.speaker, c.body, c.kind, c.adopted_year, c.session, f.page,
    CASE WHEN s.address LIKE 'http%' AND s.media_type = 'application/pdf' THEN s.address || '#page=' || f.page
         WHEN s.address LIKE 'http%' THEN s.address END AS address,
    s.path, f."start", f."end"
FROM assistance_needs.needs n
JOIN LATERAL (
    SELECT found.finding_id, quote, act, speaker, page, comment_id, source_id, "start", "end"
    FROM unnest(n.findings) WITH ORDINALITY AS named (finding_id, place)
    JOIN assistance_needs.findings found USING (finding_id)
    ORDER BY found.quote = n.last_quote DESC, named.place DESC
    LIMIT 1
) f ON true
JOIN assistance_needs.comments c ON c.comment_id = f.comment_id
JOIN assistance_needs.sources s ON s.source_id = f.source_id
