"""A skops archive whose bytes come from its content only: no addresses of memory, no time of writing."""

import io
import json
import re
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_SCHEMA = "schema.json"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP file can tell
_NAMED = re.compile(r"(?<=\"__id__\": )\d+|(?<=\"file\": \")\d+(?=\.\w+\")")


def steady_archive(content: bytes) -> bytes:
    """Return the same archive with its objects numbered as they come, and without the time of writing."""
    with ZipFile(io.BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    schema = json.dumps(json.loads(files.pop(_SCHEMA)), indent=1)
    numbers: dict[str, str] = {}
    for address in _NAMED.findall(schema):
        numbers.setdefault(address, str(len(numbers) + 1))
    renamed = {_rename(name, numbers): files[name] for name in files}
    renamed[_SCHEMA] = _NAMED.sub(lambda found: numbers[found[0]], schema).encode()
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name in sorted(renamed):
            archive.writestr(ZipInfo(name, _EPOCH), renamed[name], ZIP_DEFLATED)
    return out.getvalue()


def _rename(name: str, numbers: dict[str, str]) -> str:
    address, dot, ending = name.partition(".")
    return f"{numbers[address]}{dot}{ending}"
