"""Where the words of a row can be read: the web address with its page, else the text in the dataset's folder."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, repeat
from typing import Any, NamedTuple

from pipeline.store.cells import column_of
from pipeline.store.reading import Edition
from pipeline.tables import Table
from pipeline.vocabulary import MediaType

_Place = tuple[str | None, int | None]
_NOWHERE: _Place = (None, None)
_WEB = ("http://", "https://")


class Evidence(NamedTuple):
    """A place to read at: what to say of it, and where it is."""

    label: str
    target: str


class Guide:
    """The places of an edition's rows; of texts only where the edition is whole."""

    USED = ("source_id", "page", "findings", "comment_id")

    def __init__(self, edition: Edition, texts: str | None) -> None:
        self._texts = texts if edition.excerpt_words is None else None
        sources = _rows(edition, "sources", ("source_id", "address", "media_type"))
        self._sources = {row["source_id"]: row for row in sources}
        self._comments = dict(_pair(edition, "comments", ("comment_id", "source_id", "first_page")))
        self._findings = dict(_pair(edition, "findings", ("finding_id", "source_id", "page")))
        self._shown: dict[_Place, Evidence | None] = {}

    def knows(self, table: Table) -> bool:
        """Say whether rows of the table have a place to read at."""
        return not set(self.USED).isdisjoint(table.names)

    def lead(self, columns: Any) -> list[Evidence | None]:  # noqa: ANN401 (a table of Arrow)
        """Return the place of each row: of its source, the last of its findings, or its comment."""
        present = columns.column_names
        cells = [column_of(columns, one).to_pylist() if one in present else repeat(None) for one in self.USED]
        return [self._show(*self._find(*row)) for row in islice(zip(*cells, strict=False), columns.num_rows)]

    def _find(
        self, source_id: str | None, page: int | None, findings: Sequence[str] | None, comment_id: str | None
    ) -> _Place:
        if source_id:
            return source_id, page
        if findings:
            return self._findings.get(findings[-1], _NOWHERE)
        return self._comments.get(comment_id or "", _NOWHERE)

    def _show(self, source_id: str | None, page: int | None) -> Evidence | None:
        place = source_id, page
        if place not in self._shown:
            self._shown[place] = self._describe(*place)
        return self._shown[place]

    def _describe(self, source_id: str | None, page: int | None) -> Evidence | None:
        source = self._sources.get(source_id or "")
        if source is None:
            return None
        address = source["address"]
        if address and address.startswith(_WEB):
            paged = page and source["media_type"] == MediaType.PDF
            return Evidence(f"page {page}" if page else "page", f"{address}#page={page}" if paged else address)
        return Evidence(f"text, page {page or 1}", f"{self._texts}/{source_id}.txt") if self._texts else None


def _rows(edition: Edition, table: str, names: Iterable[str]) -> list[dict[str, Any]]:
    return [dict(zip(names, cells, strict=True)) for cells in zip(*_cells(edition, table, names), strict=True)]


def _pair(edition: Edition, table: str, names: Sequence[str]) -> Iterator[tuple[str, _Place]]:
    """Yield each id of a table with its source and page."""
    ids, sources, pages = _cells(edition, table, names)
    return zip(ids, zip(sources, pages, strict=True), strict=True)


def _cells(edition: Edition, table: str, names: Iterable[str]) -> list[list[Any]]:
    return [column_of(edition.columns[table], name).to_pylist() for name in names]
