"""Where the words of a row can be read: the web address with its page, else the text in the dataset's folder."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pipeline.store.cells import column_of
from pipeline.store.reading import Edition
from pipeline.tables import Table
from pipeline.vocabulary import MediaType

_WEB = ("http://", "https://")


class Evidence(NamedTuple):
    """A place to read at: what to say of it, and where it is."""

    label: str
    target: str


class Guide:
    """The places of an edition's rows; of texts only where the edition is whole."""

    USED = frozenset({"source_id", "comment_id", "finding_id", "findings", "page"})

    def __init__(self, edition: Edition, texts: str | None) -> None:
        self._texts = texts if edition.excerpt_words is None else None
        sources = _rows(edition, "sources", ("source_id", "address", "media_type"))
        self._sources = {row["source_id"]: row for row in sources}
        self._comments = {
            row["comment_id"]: (row["source_id"], row["first_page"])
            for row in _rows(edition, "comments", ("comment_id", "source_id", "first_page"))
        }
        found = _rows(edition, "findings", ("finding_id", "source_id", "page"))
        self._findings = {row["finding_id"]: (row["source_id"], row["page"]) for row in found}

    def knows(self, table: Table) -> bool:
        """Say whether rows of the table have a place to read at."""
        return bool(self.USED & set(table.names))

    def lead(self, row: Mapping[str, Any]) -> Evidence | None:
        """Return the place of a row: of its finding, the last of its findings, its comment or its source."""
        source_id, page = self._place(row)
        source = self._sources.get(source_id or "")
        if source is None:
            return None
        address = source["address"]
        if address and address.startswith(_WEB):
            paged = page and source["media_type"] == MediaType.PDF
            return Evidence(f"page {page}" if page else "page", f"{address}#page={page}" if paged else address)
        return Evidence(f"text, page {page or 1}", f"{self._texts}/{source_id}.txt") if self._texts else None

    def _place(self, row: Mapping[str, Any]) -> tuple[str | None, int | None]:
        ids = [row["finding_id"]] if row.get("finding_id") else row.get("findings") or []
        if ids and "source_id" not in row:
            return self._findings.get(ids[-1], (None, None))
        if row.get("source_id"):
            return row["source_id"], row.get("page")
        return self._comments.get(row.get("comment_id") or "", (None, None))


def _rows(edition: Edition, table: str, names: Iterable[str]) -> list[dict[str, Any]]:
    chosen = edition.columns[table].select(list(names))
    columns = [column_of(chosen, name).to_pylist() for name in chosen.column_names]
    return [dict(zip(chosen.column_names, cells, strict=True)) for cells in zip(*columns, strict=True)]
