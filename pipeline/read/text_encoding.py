"""From bytes to characters, for web pages and plain text."""

import codecs
import re

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_LATIN = frozenset({"iso8859-1", "ascii", "latin-1", "cp1252", "iso-8859-1"})
_PLAUSIBLE = ["cp1252", "iso8859-15", "mac_roman", "cp850", "cp1250", "cp1251", "cp1254", "cp1256", "gb18030"]
_WESTERN = frozenset("àâäçéèêëîïôöùûüÿœæñáíóúÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆÑÁÍÓÚ¿¡ºª«»“”‘’„–—…•°§©®·€£¨´\u00a0\u00ad")
_SAMPLE = 65_536


def decode_bytes(content: bytes, declared: str | None = None) -> str:
    """Return the characters: by byte order mark, as UTF-8 where that fits, as declared, else by the likeliest guess."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, errors="replace")
    wide = _wide_encoding(content[:_SAMPLE])
    if wide:
        return content.decode(wide, errors="replace")
    if content.isascii():
        return content.decode("ascii")
    if _fits_utf8(content):
        return content.decode("utf-8", errors="replace")
    name = _known_name(declared) or _known_name(_declared_in(content)) or _guess(content)
    if name == "utf-8" or name.startswith("utf"):
        name = _guess(content)
    return _decode_as(content, "cp1252" if name in _LATIN else name)


def _decode_as(content: bytes, name: str) -> str:
    try:
        return content.decode(name, errors="replace")
    except LookupError:
        return content.decode("cp1252", errors="replace")


def _fits_utf8(content: bytes) -> bool:
    """Say whether the bytes are UTF-8, but for a cut end and a few damaged bytes."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        broken = content.decode("utf-8", errors="replace").count("\ufffd")
        high = len(content) - len(content.translate(None, bytes(range(128, 256))))
        return broken * 20 <= high
    return True


def _wide_encoding(sample: bytes) -> str | None:
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if half <= 8 or max(even, odd) < half * 0.6 or min(even, odd) > half * 0.2:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _declared_in(content: bytes) -> str | None:
    found = _CHARSET.search(content, 0, 4_096)
    return found.group(1).decode("ascii") if found else None


def _known_name(declared: str | None) -> str | None:
    try:
        return codecs.lookup(declared).name if declared else None
    except LookupError:
        return None


def _guess(content: bytes) -> str:
    """Return Windows Latin where its signs are those of the three languages, else what is likeliest."""
    signs = content[:_SAMPLE].translate(None, bytes(range(128))).decode("cp1252", errors="replace")
    if sum(sign in _WESTERN for sign in signs) >= 0.9 * len(signs):
        return "cp1252"
    best = from_bytes(content[:_SAMPLE], cp_isolation=_PLAUSIBLE, chunk_size=1_024).best()
    return best.encoding if best else "cp1252"
