"""Where log and crash reports lie."""

from __future__ import annotations

from pathlib import Path


def logs_folder() -> Path:
    """Folder of the log, of this user alone."""
    import platformdirs  # not before something is to be written

    return platformdirs.user_log_path("lentigo", appauthor=False)


def crashes_folder() -> Path:
    """Folder of the crash reports."""
    return logs_folder() / "crashes"


def made(folder: Path) -> Path:
    """Make a folder that only this user may read."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder
