"""Archives: members one by one, within limits, and never outside their folder. Sample words are invented."""

import io
import zipfile

import pytest

from pipeline.errors import ReadFailure
from pipeline.read.archive import Limits, plain_path, walk_archive

SMALL = Limits(member_bytes=10_000, all_bytes=30_000, members=5, depth=2, ratio=20)


def packed(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def locked() -> bytes:
    content = bytearray(packed({"a.txt": b"locked"}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def paths(content: bytes, limits: Limits | None = None) -> list[str]:
    return [member.path for member in walk_archive("a.zip", content, limits)]


def test_members_come_with_their_bytes_and_folders_do_not():
    content = packed({"2021/": b"", "2021/b.html": b"<p>b</p>", "c.txt": b"c"})
    assert [(member.path, member.content) for member in walk_archive("a.zip", content)] == [
        ("a.zip!/2021/b.html", b"<p>b</p>"),
        ("a.zip!/c.txt", b"c"),
    ]


def test_an_archive_in_an_archive_is_opened_and_a_word_file_is_not():
    word = packed({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})
    content = packed({"inner.zip": packed({"d.txt": b"d"}), "e.docx": word})
    assert paths(content) == ["a.zip!/inner.zip!/d.txt", "a.zip!/e.docx"]


def test_archives_too_deep_are_refused_one_by_one():
    content = packed({"1.zip": packed({"2.zip": packed({"x.txt": b"x"})}), "y.txt": b"y"})
    first, second = walk_archive("a.zip", content, SMALL)
    assert "2 deep" in str(first.failure)
    assert (second.path, second.failure) == ("a.zip!/y.txt", None)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/x.txt", "etc/x.txt"),
        ("C:\\reports\\..\\x.txt", "reports/x.txt"),
        ("a/./b//c.txt", "a/b/c.txt"),
        ("a\x00b\n.txt", "ab.txt"),
        ("..", "unnamed"),
        ("año/niño.txt", "año/niño.txt"),
    ],
)
def test_paths_stay_inside(name: str, plain: str):
    assert plain_path(name) == plain


def test_rubbish_of_file_systems_is_left_out():
    assert paths(packed({"__MACOSX/._a.txt": b"x", "b/.DS_Store": b"x", "a.txt": b"a"})) == ["a.zip!/a.txt"]


def test_a_locked_member_is_a_failure_of_its_own():
    (member,) = walk_archive("a.zip", locked())
    assert member.content == b""
    assert "password" in str(member.failure)


def test_a_damaged_member_is_a_failure_of_its_own():
    content = bytearray(packed({"a.txt": b"some words " * 50, "b.txt": b"b"}, zipfile.ZIP_STORED))
    content[60] ^= 0xFF
    first, second = walk_archive("a.zip", bytes(content))
    assert "damaged" in str(first.failure)
    assert second.content == b"b"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (packed({"a.txt": b"a" * 9_000_000}), "trap"),
        (packed({"a.txt": bytes(range(250)) * 41}, zipfile.ZIP_STORED), "larger than"),
        (packed({f"{n}.txt": bytes(range(250)) * 39 for n in range(4)}, zipfile.ZIP_STORED), "unpacks to more than"),
        (packed({f"{n}.txt": b"x" for n in range(6)}), "more than 5 files"),
        (b"PK\x03\x04 no archive", "damaged"),
        (packed({"a.txt": b"a" * 99})[:-40], "damaged"),
    ],
)
def test_archives_past_a_limit_are_refused(content: bytes, reason: str):
    with pytest.raises(ReadFailure, match=reason):
        paths(content, SMALL)


def test_members_are_unpacked_only_when_asked_for():
    members = walk_archive("a.zip", packed({"a.txt": b"a", "bomb.txt": b"b" * 50_000_000}))
    assert next(members).content == b"a"
    with pytest.raises(ReadFailure, match="trap"):
        next(members)
