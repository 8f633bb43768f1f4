"""The order of the units of all pages: a sentence that a page, a footnote or a table interrupts is put together."""

from collections.abc import Sequence

from pipeline.read.compose import Printed
from pipeline.read.joining import opens_item, runs_on
from pipeline.read.pdf_paragraphs import Paragraph
from pipeline.read.pdf_sheets import Sheet, Stretch, Unit, print_stretch, usual_indent
from pipeline.read.pdf_style import Style

_SAME_SIZE = 0.6
_LEAST_INDENT = 4.0


def order_units(sheets: Sequence[Sheet], style: Style) -> list[Printed]:
    """Return the units of all pages; a paragraph that turns the page comes behind the foot of its first page."""
    order = _Order(style, usual_indent(sheets))
    for sheet in sheets:
        order.add(sheet)
    order.close()
    return order.units


class _Order:
    """The units so far, the stretch that may go on, and what comes before and behind it when it is closed."""

    def __init__(self, style: Style, indent: float) -> None:
        self.units: list[Printed] = []
        self._style, self._indent = style, indent
        self._open: Stretch | None = None
        self._behind: list[Printed] = []
        self._below: list[Printed] = []

    def add(self, sheet: Sheet) -> None:
        """Lay a page behind the others."""
        place, going_on = self._find_rest(sheet.body)
        if self._open is None or going_on is None:
            self.close()
            self.units.extend(sheet.head)
            self._lay(sheet.body)
        else:
            self.units.extend(self._below)
            self._below = []
            self._open = self._open.joined(going_on)
            self._behind.extend((*sheet.head, *_only_printed(sheet.body[:place])))
            if place + 1 == len(sheet.body):
                self._behind.extend(sheet.foot)
                return
            self.close()
            self._lay(sheet.body[place + 1 :])
        self._below.extend(sheet.foot)

    def close(self) -> None:
        """Print the open stretch and what waits for it."""
        if self._open:
            self.units.append(print_stretch(self._open, self._style))
        self.units.extend((*self._behind, *self._below))
        self._open, self._behind, self._below = None, [], []

    def _lay(self, body: Sequence[Unit]) -> None:
        for unit in _join_around_tables(body):
            if isinstance(unit, Stretch):
                self.close()
                self._open = unit
            else:
                self._below.append(unit)

    def _find_rest(self, body: Sequence[Unit]) -> tuple[int, Stretch | None]:
        """Return where, behind nothing but tables, a page's text goes on with the open stretch."""
        for place, unit in enumerate(body):
            if isinstance(unit, Stretch):
                goes_on = self._open is not None and _goes_on(self._open.last, unit.first, self._indent)
                return place, unit if goes_on else None
        return 0, None


def _only_printed(units: Sequence[Unit]) -> list[Printed]:
    return [unit for unit in units if isinstance(unit, Printed)]


def _join_around_tables(body: Sequence[Unit]) -> list[Unit]:
    """Join a sentence that a table interrupts, and put the table behind it."""
    joined: list[Unit] = []
    for unit in body:
        before = joined[-2] if len(joined) > 1 and isinstance(joined[-1], Printed) else None
        if isinstance(unit, Stretch) and isinstance(before, Stretch) and _sentence_goes_on(before.last, unit.first):
            joined[-2] = before.joined(unit)
        else:
            joined.append(unit)
    return joined


def _goes_on(before: Paragraph, after: Paragraph, indent: float) -> bool:
    """Say whether a paragraph goes on on the next page: in its sentence, or because its last line is a full one."""
    if _sentence_goes_on(before, after):
        return True
    if not _look_alike(before, after) or opens_item(after.lines[0].text):
        return False
    step = after.lines[0].left - before.lines[-1].left if after.indent is None else after.indent
    return _fills(before) and not (indent > _LEAST_INDENT and step >= indent / 2)


def _sentence_goes_on(before: Paragraph, after: Paragraph) -> bool:
    return _look_alike(before, after) and runs_on(before.lines[-1].text, after.lines[0].text)


def _look_alike(before: Paragraph, after: Paragraph) -> bool:
    return not before.heading and not after.heading and abs(before.size - after.size) <= _SAME_SIZE


def _fills(paragraph: Paragraph) -> bool:
    """Say whether the last line of a paragraph is as long as the one above."""
    return len(paragraph.lines) > 1 and abs(paragraph.lines[-1].right - paragraph.lines[-2].right) < 1.5
