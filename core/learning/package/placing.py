"""Files and folders that appear whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from core.errors import OutputError
from core.language import say
from core.reasons import why


@contextmanager
def written(path: Path) -> Iterator[Path]:
    """Give a file to write to, which takes its place once the block ends.

    Raises
    ------
    OutputError
        If it cannot be written; nothing is left behind.
    """
    aside: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".part-", delete=False) as file:
            aside = Path(file.name)
        yield aside
        with aside.open("rb+") as file:
            os.fsync(file.fileno())
        aside.chmod(0o644)
        aside.replace(path)
    except BaseException as error:  # the user's Ctrl-C, too, leaves nothing behind
        if aside is not None:
            with suppress(OSError):
                aside.unlink()
        if isinstance(error, OSError):
            raise unwritable(path, error) from error
        raise


@contextmanager
def placed(folder: Path) -> Iterator[Path]:
    """Give a folder to fill, which takes its place once the block ends.

    Raises
    ------
    OutputError
        If it cannot be written, or there is something already; nothing is left behind.
    """
    aside: Path | None = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _require_empty(folder)
        aside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".unpack-"))
        yield aside
        aside.chmod(0o755)
        if folder.exists():
            folder.rmdir()  # it is empty, and Windows replaces no folders
        aside.rename(folder)
    except BaseException as error:
        if aside is not None:
            shutil.rmtree(aside, ignore_errors=True)
        if isinstance(error, OSError):
            raise unwritable(folder, error) from error
        raise


def _require_empty(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OutputError(
            say("{folder} is not empty: choose a folder that is not there yet.", folder=folder),
            value=folder,
        )


def unwritable(path: Path, error: OSError) -> OutputError:
    """Say why something cannot be written."""
    return OutputError(
        say("{path} cannot be written: {reason}.", path=path, reason=why(error)), value=path
    )
