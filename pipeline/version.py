"""Which program read a source: its version, and a fingerprint of its code and lists."""

from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_KEPT = (".py", ".csv", ".skops", ".json")


def program_version() -> str:
    """Return the version of the installed package."""
    try:
        return version("assistance-needs")
    except PackageNotFoundError:
        return "0"


@cache
def tool_version() -> str:
    """Return version and fingerprint: a source is read again when either has changed."""
    root = Path(__file__).parent
    digest = sha256()
    for path in sorted(path for path in root.rglob("*") if path.suffix in _KEPT):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return f"{program_version()}+{digest.hexdigest()[:12]}"
