"""A folder for readers that want a file."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

_MEMORY = Path("/dev/shm")  # noqa: S108 - as fast as memory, and `mkdtemp` makes it ours


@contextmanager
def scratch() -> Iterator[Path]:
    """Give an empty folder that is gone afterwards."""
    folder = Path(mkdtemp(prefix="lentigo-fuzz-", dir=_MEMORY if _MEMORY.is_dir() else None))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@contextmanager
def file_of(data: bytes, name: str = "given") -> Iterator[Path]:
    """Give a file with these bytes, alone in a folder."""
    with scratch() as folder:
        path = folder / name
        path.write_bytes(data)
        yield path
