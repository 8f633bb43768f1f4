"""Starting `needs` as a person would: a process of its own, its exit code and what it writes."""

import os
import subprocess
import sys
from pathlib import Path

START = "from flows.command import main; main()"
ROOT = Path(__file__).parents[2]


def needs(*words: str | Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run `needs` with these words and wait for it."""
    return subprocess.run(make_command(*words), text=True, capture_output=True, cwd=ROOT, env=make_environment(environment))


def make_command(*words: str | Path) -> list[str]:
    return [sys.executable, "-c", START, *map(str, words)]


def make_environment(extra: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEEDS_", "PREFECT_"))}
    return kept | {"PYTHONPATH": str(ROOT), "COLUMNS": "120", "NO_COLOR": "1"} | extra
