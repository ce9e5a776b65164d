"""Where it lies what users learn."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from core.cases.mounts import network_file_system
from core.errors import StoreOnNetwork, StoreReadOnly
from core.language import say
from core.reasons import why

VARIABLE: Final = "LENTIGO_LEARNING"
_FILE: Final = "learning.sqlite3"


def default_file() -> Path:
    """Name the file in the user's own data folder, or as ``$LENTIGO_LEARNING`` says."""
    import platformdirs

    chosen = os.environ.get(VARIABLE, "")
    folder = platformdirs.user_data_path("lentigo", appauthor=False) / "learning"
    return Path(chosen) if chosen else folder / _FILE


def require_local(file: Path) -> None:
    """Check that SQLite's locks hold where a file lies.

    Raises
    ------
    StoreOnNetwork
        If it lies on a network file system.
    """
    remote = network_file_system(file.parent)
    if remote is not None:
        raise StoreOnNetwork(
            say(
                "Answers and collections cannot be kept in {file}: it lies on a network file "
                "system ({remote}), where two programs can damage an SQLite file. Choose a local "
                "folder.",
                file=file,
                remote=remote,
            ),
            value=file,
        )


def make_folder(folder: Path) -> None:
    """Make the folder that it lies in.

    Raises
    ------
    StoreReadOnly
        If that cannot be.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise StoreReadOnly(
            say(
                "{folder} cannot be made for answers and collections: {reason}.",
                folder=folder,
                reason=why(error),
            ),
            value=folder,
        ) from error
