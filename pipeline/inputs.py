"""From the inputs of a run to sources: files and folders listed in a stable order, sizes looked at before bytes."""

import errno
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InputError, ReadFailure, Unreachable
from pipeline.identity import hash_bytes
from pipeline.read.archive import walk_archive
from pipeline.read.media import identify_media
from pipeline.records import Source
from pipeline.vocabulary import MediaType

MEMBER = "!/"
_HIDDEN = ("thumbs.db", "desktop.ini", "__macosx")
_AWAY = {
    errno.EIO,
    errno.ESTALE,
    errno.ETIMEDOUT,
    errno.ENETDOWN,
    errno.ENETUNREACH,
    errno.EHOSTDOWN,
    errno.EHOSTUNREACH,
    errno.ENOTCONN,
    errno.ECONNRESET,
    errno.EBUSY,
}
_REASONS = {
    errno.ENOENT: "the file has vanished since the run began: put it back and run again",
    errno.EACCES: "the file may not be read: change its permissions and run again",
    errno.EPERM: "the file may not be read: change its permissions and run again",
    errno.EISDIR: "the folder cannot be opened: change its permissions and run again",
    errno.ELOOP: "the link leads round in a circle",
}


@dataclass(frozen=True, slots=True)
class Listing:
    """The files to read, by path, with their sizes; how many hidden ones were left out; the folders and files given."""

    files: tuple[tuple[str, int], ...]
    hidden: int
    roots: tuple[str, ...]

    def covers(self, path: str) -> bool:
        """Say whether a stored path lies under what was given, so that it should have been seen."""
        return any(path == root or path.startswith((f"{root}/", f"{root}{MEMBER}")) for root in self.roots)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A source with its bytes, or the failure to get them; never both."""

    path: str
    source: Source | None = None
    failure: ReadFailure | None = None


def list_inputs(inputs: Sequence[Path], without: Path) -> Listing:
    """Return the files of all inputs by path, but for hidden ones and those in the folder `without`."""
    missing = [str(one) for one in inputs if not os.path.exists(one)]
    if missing:
        raise InputError(f"there is nothing at {', '.join(missing)}")
    found: dict[str, int] = {}
    hidden = 0
    for given in inputs:
        if os.path.isdir(given):
            files, left_out = _list_folder(given, without.resolve())
            hidden += left_out
        else:
            files = [given]
        found |= {_name(path): _size(path) for path in files}
    return Listing(tuple(sorted(found.items())), hidden, tuple(_name(one) for one in inputs))


def load_sources(path: str, max_bytes: int) -> Iterator[Loaded]:
    """Yield the source at a path, or each member of the archive there; a failure comes in place of the bytes."""
    try:
        content = _read_bytes(Path(path), max_bytes)
    except ReadFailure as failure:
        yield Loaded(path, failure=failure)
        return
    source = Source(hash_bytes(content), path, content)
    if identify_media(content) is not MediaType.ZIP:
        yield Loaded(path, source)
        return
    yield from _load_members(source)


def _load_members(archive: Source) -> Iterator[Loaded]:
    """Yield each member; two of one name are told apart by a number."""
    seen: dict[str, int] = {}
    try:
        for member in walk_archive(archive.path, archive.content):
            seen[member.path] = seen.get(member.path, 0) + 1
            path = member.path if seen[member.path] == 1 else f"{member.path} ({seen[member.path]})"
            if member.failure is None:
                yield Loaded(path, Source(hash_bytes(member.content), path, member.content))
            else:
                yield Loaded(path, failure=member.failure)
    except ReadFailure as failure:
        yield Loaded(archive.path, archive, failure)
        return
    if not seen:
        yield Loaded(archive.path, archive, ReadFailure("the archive holds no file: pack its files again"))


def _list_folder(folder: Path, without: Path) -> tuple[list[Path], int]:
    files: list[Path] = []
    closed: list[Path] = []
    hidden = 0
    for place, folders, names in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        hidden += sum(map(_is_hidden, names))
        folders[:] = [name for name in folders if not _is_hidden(name) and Path(place, name).resolve() != without]
        files += [path for name in names if not _is_hidden(name) and (path := Path(place, name)).is_file()]
    return files + closed, hidden


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in _HIDDEN


def _name(path: Path) -> str:
    return Path(os.path.normpath(path)).as_posix()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _read_bytes(path: Path, max_bytes: int) -> bytes:
    try:
        size = path.stat().st_size
        if size > max_bytes:
            raise ReadFailure(
                f"the file has {size >> 20} MB, more than the {max_bytes >> 20} that are read: "
                "split it, or raise NEEDS_MAX_MEGABYTES"
            )
        return path.read_bytes()
    except OSError as error:
        if error.errno in _AWAY:
            raise Unreachable(f"the disk or network path is away ({error.strerror}): run again later") from error
        raise ReadFailure(_REASONS.get(error.errno or 0, f"the file cannot be read: {error.strerror}")) from error
