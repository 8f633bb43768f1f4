"""Which program read a source: its version, and a fingerprint of its code, lists and models."""

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
    code = sorted(path for path in root.rglob("*") if path.suffix in _KEPT)
    models = root.parent / "models"
    for path in (*code, models / "registry.toml", *sorted(models.glob("*/SHA256SUMS"))):
        if path.is_file():
            digest.update(path.relative_to(root.parent).as_posix().encode())
            digest.update(path.read_bytes())
    return f"{program_version()}+{digest.hexdigest()[:12]}"
