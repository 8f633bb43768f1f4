"""Lines → pieces: wrapped lines become paragraphs, labels meet their headings, interrupted sentences are rejoined."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.read.joining import ends_sentence, opens_item, runs_on
from pipeline.read.text_lines import Line, Look, is_figure
from pipeline.vocabulary import BlockKind

_INNER_END = re.compile(r"[.?!;:][”\"’)]? [A-ZÀ-Þ“\"(]")
_HYPHENATED = re.compile(r"[^\W\d_]-$")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_YEAR_ITEM = re.compile(r"^(?:19|20)\d\d[.)]")
_NUMBERED = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVXLC]{1,6}\.|[A-Z]\.|\([a-z]\)|\([ivx]{1,5}\)) [^\W\d_]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
_BULLET_MARK = "•"
_LONGEST_HEADING = 150
_PROSE = 150
_OPEN_LOOKS = frozenset({Look.TEXT, Look.ITEM, Look.NOTE, Look.CAPTION})
_FOLLOWING_LOOKS = frozenset({Look.TEXT, Look.ITEM, Look.HEADER})
_BETWEEN = frozenset({BlockKind.FOOTNOTE, BlockKind.FURNITURE})


@dataclass(slots=True)
class Piece:
    """Lines that belong together, while they are being put together."""

    kind: BlockKind
    lines: list[Line] = field(default_factory=list)
    header: bool = False
    alone: bool = False
    cut: bool = False
    level: int | None = None
    number: bool = False

    @property
    def text(self) -> str:
        """The words in one line, as far as they are known before hyphens are healed."""
        return " ".join(line.text for line in self.lines)

    @property
    def last(self) -> str:
        """The last line's words."""
        return self.lines[-1].text


def group_lines(lines: Sequence[Line], wrap: int | None) -> list[Piece]:
    """Return the pieces in the order of the file: blank lines, headers, items and ends of paragraphs end one."""
    pieces: list[Piece] = []
    before = Look.BLANK
    for line in lines:
        if line.look is Look.BLANK:
            _end_alone(pieces, before)
        elif _continues(pieces, before, line, wrap):
            pieces[-1].lines.append(line)
        else:
            pieces.append(_begin(line, before))
        before = line.look
    _end_alone(pieces, before)
    return pieces


def settle_labels(pieces: Sequence[Piece]) -> list[Piece]:
    """Give numbers and bullets that stand alone on a line to the text they belong to."""
    settled: list[Piece] = []
    waiting: list[Piece] = []
    for place, piece in enumerate(pieces):
        look = piece.lines[0].look
        if look in {Look.LABEL, Look.BULLET} and len(piece.lines) == 1:
            waiting = [other for other in waiting if other.lines[0].look is not look] + [piece]
            continue
        if waiting and piece.kind is BlockKind.PARAGRAPH:
            waiting = _settle(waiting, piece, _text_after(pieces, place))
        settled.append(piece)
    return settled


def rejoin_sentences(pieces: Sequence[Piece]) -> list[Piece]:
    """Put a sentence together that a page's end or footnotes cut; what stood between comes before it."""
    joined: list[Piece] = []
    for piece in pieces:
        place = _place_of_prose(joined)
        if place is not None and _resumes(joined[place], joined[place + 1 :], piece):
            open_piece = joined.pop(place)
            open_piece.lines += piece.lines
            joined.append(open_piece)
        else:
            joined.append(piece)
    return joined


def name_scraps(pieces: Sequence[Piece]) -> None:
    """Make lone addresses footnotes and lone figures table cells: neither is a sentence."""
    for piece in pieces:
        if piece.kind is BlockKind.PARAGRAPH and len(piece.lines) == 1:
            if _ADDRESS.match(piece.last):
                piece.kind = BlockKind.FOOTNOTE
            elif is_figure(piece.lines[0]) and not _YEAR.match(piece.last):
                piece.kind = BlockKind.TABLE


def name_headings(pieces: Sequence[Piece]) -> None:
    """Make the short lines headings that are numbered, in capitals, or alone above a text."""
    for place, piece in enumerate(pieces):
        if piece.kind is not BlockKind.PARAGRAPH or piece.header:
            continue
        after = next((other for other in pieces[place + 1 :] if other.kind not in _BETWEEN), None)
        if piece.level is not None or _is_heading(piece, after):
            piece.kind = BlockKind.HEADING


def _text_after(pieces: Sequence[Piece], place: int) -> list[Piece]:
    return [piece for piece in pieces[place + 1 : place + 6] if piece.kind not in _BETWEEN][:1]


def _begin(line: Line, before: Look) -> Piece:
    kinds = {
        Look.FURNITURE: BlockKind.FURNITURE,
        Look.NOTE: BlockKind.FOOTNOTE,
        Look.ROW: BlockKind.TABLE,
        Look.CELL: BlockKind.TABLE,
    }
    return Piece(
        kinds.get(line.look, BlockKind.PARAGRAPH),
        [line],
        header=line.look is Look.HEADER,
        alone=before is Look.BLANK,
        cut=line.indented,
        level=line.level,
        number=line.look is Look.NUMBER,
    )


def _end_alone(pieces: list[Piece], before: Look) -> None:
    if pieces and before is not Look.BLANK and len(pieces[-1].lines) > 1:
        pieces[-1].alone = pieces[-1].alone and len(pieces[-1].text) <= _LONGEST_HEADING


def _continues(pieces: Sequence[Piece], before: Look, line: Line, wrap: int | None) -> bool:
    if not pieces:
        return False
    piece = pieces[-1]
    if line.look is Look.CELL:
        return piece.kind is BlockKind.TABLE and piece.lines[-1].look is Look.CELL
    if before is Look.BLANK or line.indented:
        return False
    if line.look is Look.ROW:
        return piece.lines[-1].look is Look.ROW
    last = piece.lines[-1].look
    if line.look is Look.TEXT and last is Look.CAPTION and wrap is None:
        return False
    if last is Look.HEADER:
        return wrap is not None and _breaks_header(piece.last, line.text, wrap)
    if last not in _OPEN_LOOKS or line.look not in _FOLLOWING_LOOKS:
        return False
    return _runs_into(piece, line, wrap)


def _runs_into(piece: Piece, line: Line, wrap: int | None) -> bool:
    """Say whether the line goes on with the sentence or the paragraph of the line above it."""
    above, text, last_look = piece.last, line.text, piece.lines[-1].look
    unfinished = not ends_sentence(above)
    lower = text.lstrip("(\"'“‘«")[:1].islower()
    if wrap is None:
        return line.look is Look.TEXT and unfinished and len(above) >= 40 and (lower or bool(_HYPHENATED.search(above)))
    full = len(above) + 1 + len(text.split(" ", 1)[0]) >= wrap * 0.85
    if line.look is Look.HEADER:
        return full and unfinished and last_look is not Look.HEADER
    if line.look is Look.ITEM:
        return full and unfinished and (runs_on(above, text) or bool(_YEAR_ITEM.match(text)))
    if lower and (full or unfinished or len(above) > wrap // 2):
        return True
    if full:
        return unfinished or len(text) >= 30 or ends_sentence(text)
    if unfinished and len(above) >= wrap * 0.65 and (len(piece.lines) > 1 or above.endswith(",")):
        return True
    return above.endswith((",", ":")) and len(piece.lines) == 1 and len(text) < wrap * 0.7 and not ends_sentence(text)


def _breaks_header(above: str, text: str, wrap: int) -> bool:
    """Say whether a header or title was too long for its line and ends on the next."""
    full = len(above) + 1 + len(text.split(" ", 1)[0]) >= wrap * 0.85
    return full and not above.endswith((")", ".", ":")) and len(text) < wrap * 0.8


def _settle(waiting: list[Piece], piece: Piece, following: Sequence[Piece]) -> list[Piece]:
    """Put the waiting marks before a piece that can carry them; return those that wait on."""
    bullets = [mark for mark in waiting if mark.lines[0].look is Look.BULLET]
    labels = [mark for mark in waiting if mark.lines[0].look is Look.LABEL]
    short = len(piece.text) <= _LONGEST_HEADING and not ends_sentence(piece.text)
    if bullets and not opens_item(piece.text):
        _prefix(piece, _BULLET_MARK if bullets[-1].last == "!" else bullets[-1].last)
        return labels
    if not labels or opens_item(piece.text) or piece.header:
        return []
    if short and following and not _is_under(following[0]):
        return labels
    _prefix(piece, labels[-1].last)
    return []


def _is_under(piece: Piece) -> bool:
    """Say whether a piece can stand under a heading: a text, an item, or the label of the next heading."""
    if piece.lines[0].look in {Look.LABEL, Look.BULLET}:
        return True
    return piece.kind is not BlockKind.PARAGRAPH or len(piece.text) >= 100 or opens_item(piece.text)


def _prefix(piece: Piece, mark: str) -> None:
    first = piece.lines[0]
    look = Look.ITEM if first.look is Look.TEXT else first.look
    piece.lines[0] = Line(f"{mark} {first.text}", look, first.page, first.indented)


def _place_of_prose(pieces: Sequence[Piece]) -> int | None:
    for place in range(len(pieces) - 1, max(-1, len(pieces) - 13), -1):
        if pieces[place].kind not in _BETWEEN:
            return place if pieces[place].kind is BlockKind.PARAGRAPH else None
    return None


def _resumes(before: Piece, between: Sequence[Piece], piece: Piece) -> bool:
    if piece.kind is not BlockKind.PARAGRAPH or piece.header or before.header or piece.level or before.level:
        return False
    text, follows = before.text, piece.text
    if ends_sentence(text) or _ADDRESS.match(follows) or not runs_on(text, follows) or _NUMBERED.match(follows):
        return False
    if follows.lstrip("(\"'“‘«")[:1].islower() or _HYPHENATED.search(text):
        return len(text) >= 40
    interrupted = bool(between) or piece.cut or before.lines[-1].page != piece.lines[0].page
    prose = len(text) >= _PROSE and (bool(_INNER_END.search(text)) or opens_item(text))
    return prose and (interrupted or len(follows) >= 60)


def _is_heading(piece: Piece, after: Piece | None) -> bool:
    text = piece.text
    if len(text) > _LONGEST_HEADING or text[-1] in ".;," or piece.lines[0].look in {Look.NUMBER, Look.NOTE}:
        return False
    if _NUMBERED.match(text) and not text.endswith(":"):
        return not after or piece.alone or after.kind is not BlockKind.PARAGRAPH or not _is_sibling(text, after.text)
    if text.isupper() and len(text) >= 4:
        return True
    if opens_item(text) or not piece.alone or not text[:1].isupper() or after is None:
        return False
    return len(after.text) >= 100 or opens_item(after.text)


def _is_sibling(text: str, following: str) -> bool:
    """Say whether two items of one list follow one another."""
    return text[0] == "(" and following[:1] == "(" and len(text) > 60
