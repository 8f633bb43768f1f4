"""The environment, read once at a door into one frozen value."""

import os
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


def count_processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Settings(BaseSettings):
    """What the environment may set; the command line goes before it."""

    model_config = SettingsConfigDict(env_prefix="NEEDS_", frozen=True, extra="ignore")

    database: str | None = Field(None, description="Address of the database; unset: dataset.sqlite in the output folder")
    workers: int = Field(default_factory=count_processors, ge=1, description="Processes that read and mine")
    max_megabytes: int = Field(512, ge=1, description="Larger files are refused before they are read")
    prefect_home: Path | None = Field(None, description="Where Prefect keeps its files; unset: as Prefect has it")

    @property
    def max_bytes(self) -> int:
        """The largest file that is read, in bytes."""
        return self.max_megabytes * 1024 * 1024


def load_settings() -> Settings:
    """Return the settings of this process's environment."""
    return Settings()
