"""What a test needs of the machine: missing, it is skipped with the reason; where all is required, it fails."""

import os
from typing import NoReturn

import pytest


def give_up(reason: str) -> NoReturn:
    """Skip, or fail where NEEDS_REQUIRE_ALL=1."""
    if os.environ.get("NEEDS_REQUIRE_ALL") == "1":
        pytest.fail(f"required: {reason}")
    pytest.skip(reason)
