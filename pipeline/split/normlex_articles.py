"""Pages of representations (article 24) and complaints (article 26): 50012."""

from collections.abc import Iterator, Sequence

from pipeline.gazetteers.registers import Registers
from pipeline.languages import detect_language
from pipeline.records import Comment, Document, Passage, Span
from pipeline.split.assemble import Draft, seal_passages
from pipeline.split.headers import ProcedureHeader, parse_procedure_header
from pipeline.split.lines import Line, cut_footer, is_chrome, read_first_lines, read_lines
from pipeline.split.normlex_blocks import find_subject
from pipeline.split.sections import match_section, read_sections
from pipeline.vocabulary import Section, Speaker

SEARCHED = 80
_LEAST_TITLE = 40


def recognise_procedure_page(document: Document, registers: Registers) -> bool:
    """Say whether the header line of a representation or complaint stands near the top."""
    return _find_header(read_first_lines(document, SEARCHED), registers) is not None


def split_procedure_page(document: Document, registers: Registers) -> tuple[Comment, ...]:
    """Return the one comment of the page; years and session stay empty."""
    lines = cut_footer(read_lines(document), registers.headings)
    found = _find_header(lines[:SEARCHED], registers)
    if found is None:
        return ()
    place, header = found
    below = [line for line in lines[place + 1 :] if not is_chrome(line, registers.headings)]
    if not below:
        return ()
    text = "\n".join(line.text for line in below)
    comment = Comment(
        comment_id="",
        source_id=document.source_id,
        body=header.body,
        kind=header.kind,
        span=Span(lines[place].span.start, below[-1].span.end),
        title=_find_title(below) or lines[place].text,
        language=detect_language(text),
        countries=find_named_countries(header.names, registers),
        conventions=header.codes,
        subject=find_subject(header.codes, registers),
    )
    return (comment,)


def split_procedure_passages(document: Document, comment: Comment, registers: Registers) -> tuple[Passage, ...]:
    """Return the paragraphs of the decision and of the procedure; complainants and titles are none."""
    lines = [line for line in read_lines(document, comment.span)[1:] if not is_chrome(line, registers.headings)]
    decision = _part(lines, Section.DECISION, registers)
    procedure = _part(lines, Section.PROCEDURE, registers)
    if not decision and not procedure:
        procedure = lines
    drafts: tuple[Draft, ...] = (
        *read_sections(decision, Section.DECISION, Speaker.WORKERS, registers),
        *read_sections(procedure, Section.PROCEDURE, Speaker.WORKERS, registers),
    )
    return seal_passages(document, comment, sorted(drafts, key=lambda draft: draft.span))


def find_named_countries(names: str, registers: Registers) -> tuple[str, ...]:
    """Return the countries of `FRANCE, NETHERLANDS, POLAND`; a name may itself have a comma or a dash."""
    return tuple(dict.fromkeys(_match_names([part.strip() for part in names.split(",")], registers)))


def _match_names(parts: Sequence[str], registers: Registers) -> Iterator[str]:
    place = 0
    while place < len(parts):
        for end in range(len(parts), place, -1):
            country = registers.countries.by_name(", ".join(parts[place:end]))
            if country:
                yield country.iso3
                place = end
                break
        else:
            place += 1


def _find_header(lines: Sequence[Line], registers: Registers) -> tuple[int, ProcedureHeader] | None:
    headers = ((place, parse_procedure_header(line, registers.headings)) for place, line in enumerate(lines))
    return next(((place, header) for place, header in headers if header), None)


def _find_title(lines: Sequence[Line]) -> str | None:
    texts = [line.text for line in lines[:40]]
    return next((text for text, following in zip(texts, texts[1:], strict=False)
                 if text == following and len(text) >= _LEAST_TITLE), None)  # fmt: skip


def _part(lines: Sequence[Line], wanted: Section, registers: Registers) -> list[Line]:
    part: list[Line] = []
    inside = False
    for line in lines:
        opened = match_section(line, registers.headings)
        if opened and opened[0] in (Section.DECISION, Section.PROCEDURE):
            inside = opened[0] is wanted
        elif inside:
            part.append(line)
    return part
