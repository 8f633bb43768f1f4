"""The environment, read once at a door into one frozen value."""

import os
from pathlib import Path
from typing import Annotated

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


def count_processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Settings(BaseSettings):
    """What the environment may set (NEEDS_DATABASE, …); the command line goes before it.

    Without a database address the store is dataset.sqlite in the output folder; larger files than `max_megabytes` are
    refused before they are read; a file at which the processes have worked for `max_seconds` is given up; without
    `prefect_home` Prefect keeps its files where it always does; `priorities` is a planner's own table of weights.
    """

    model_config = SettingsConfigDict(env_prefix="NEEDS_", frozen=True, extra="ignore")

    database: str | None = None
    workers: Annotated[int, Field(ge=1)] = Field(default_factory=count_processors)
    max_megabytes: Annotated[int, Field(ge=1)] = 256
    max_seconds: Annotated[int, Field(ge=1)] = 3600
    prefect_home: Path | None = None
    priorities: Path | None = None

    @property
    def max_bytes(self) -> int:
        """The largest file that is read, in bytes."""
        return self.max_megabytes * 1024 * 1024


def load_settings() -> Settings:
    """Return the settings of this process's environment."""
    return Settings()
