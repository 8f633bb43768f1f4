"""A ZIP archive → its members one after the other, within limits of size, number and depth."""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from pipeline.errors import ReadFailure
from pipeline.read.media import identify_media
from pipeline.vocabulary import MediaType

_MIB = 1 << 20
_CHUNK = _MIB
_SKIPPED = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, IndexError)


@dataclass(frozen=True, slots=True)
class Limits:
    """What an archive may hold: bytes of a member and of all, members, archives in archives, bytes out per byte in."""

    member_bytes: int = 256 * _MIB
    all_bytes: int = 4_096 * _MIB
    members: int = 50_000
    depth: int = 3
    ratio: int = 250


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive: `outer.zip!/inner path`, and its bytes or the reason why they cannot be had."""

    path: str
    content: bytes
    failure: ReadFailure | None = None


@dataclass(slots=True)
class _Spent:
    members: int = 0
    bytes: int = 0


def walk_archive(path: str, content: bytes, limits: Limits | None = None) -> Iterator[Member]:
    """Yield the members, also of archives inside, one at a time; raise ReadFailure where a limit is passed."""
    yield from _walk(path, content, limits or Limits(), _Spent(), 1)


def _walk(path: str, content: bytes, limits: Limits, spent: _Spent, depth: int) -> Iterator[Member]:
    try:
        packed = zipfile.ZipFile(BytesIO(content))
    except _BROKEN as error:
        raise ReadFailure(f"{path} is a damaged ZIP archive ({error}): pack its files again") from error
    with packed:
        for info in packed.infolist():
            if info.is_dir() or any(info.filename.startswith(s) or info.filename.endswith(s) for s in _SKIPPED):
                continue
            spent.members += 1
            if spent.members > limits.members:
                raise ReadFailure(f"{path} holds more than {limits.members} files: split it into smaller archives")
            member = _read_member(path, packed, info, limits, spent)
            if member.failure or identify_media(member.content) is not MediaType.ZIP:
                yield member
            elif depth >= limits.depth:
                words = f"{member.path}: archives lie more than {limits.depth} deep: unpack the inner ones"
                yield Member(member.path, b"", ReadFailure(words))
            else:
                yield from _walk_inner(member, limits, spent, depth)


def _walk_inner(member: Member, limits: Limits, spent: _Spent, depth: int) -> Iterator[Member]:
    try:
        zipfile.ZipFile(BytesIO(member.content)).close()
    except _BROKEN as error:
        failure = ReadFailure(f"{member.path} is a damaged ZIP archive ({error}): pack its files again")
        yield Member(member.path, b"", failure)
        return
    yield from _walk(member.path, member.content, limits, spent, depth + 1)


def _read_member(path: str, packed: zipfile.ZipFile, info: zipfile.ZipInfo, limits: Limits, spent: _Spent) -> Member:
    inner = f"{path}!/{plain_path(info.filename)}"
    if info.flag_bits & 0x1:
        return Member(inner, b"", ReadFailure(f"{inner} is locked with a password: pack it again without one"))
    try:
        return Member(inner, _read_bounded(inner, packed, info, limits, spent))
    except _BROKEN as error:
        return Member(inner, b"", ReadFailure(f"{inner} is damaged ({error}): pack it again"))


def _read_bounded(inner: str, packed: zipfile.ZipFile, info: zipfile.ZipInfo, limits: Limits, spent: _Spent) -> bytes:
    """Return the bytes of a member; what its directory says of its size is not believed."""
    most = max(info.compress_size, 4_096) * limits.ratio
    parts: list[bytes] = []
    size = 0
    with packed.open(info) as unpacked:
        while part := unpacked.read(_CHUNK):
            size += len(part)
            spent.bytes += len(part)
            if size > most:
                raise ReadFailure(f"{inner} unpacks to {limits.ratio} times its size: this is no report but a trap")
            if size > limits.member_bytes:
                raise ReadFailure(f"{inner} is larger than {limits.member_bytes // _MIB} MiB: split it")
            if spent.bytes > limits.all_bytes:
                raise ReadFailure(f"{inner}: the archive unpacks to more than {limits.all_bytes // _MIB} MiB: split it")
            parts.append(part)
    return b"".join(parts)


def plain_path(name: str) -> str:
    """Return a member's path without drives, roots, steps upward and unprintable characters."""
    parts = (part.strip() for part in name.replace("\\", "/").split("/"))
    kept = [part for part in parts if part not in {"", ".", ".."} and not (len(part) == 2 and part[1] == ":")]
    return "".join(letter for letter in "/".join(kept) if letter.isprintable()) or "unnamed"
