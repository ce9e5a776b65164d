"""Where packages are brought in, and what their files are called."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Final

_MOST: Final = 60  # letters
_OTHERWISE: Final = "package"


def plain_name(name: str) -> str:
    """Return a name for a file or folder on any system: a stranger may have given it."""
    kept = "".join(letter if letter.isalnum() or letter in " -" else "-" for letter in name)
    return "-".join(kept.split()).strip("-").lower()[:_MOST].strip("-") or _OTHERWISE


def packages_folder() -> Path:
    """Name the folder of packages that were brought in, among the user's own data."""
    import platformdirs

    return platformdirs.user_data_path("lentigo", appauthor=False) / "packages"


def free_folder(name: str) -> Path:
    """Propose a folder for a package of this name that is not there yet."""
    plain, base = plain_name(name), packages_folder()
    names = (plain if number == 1 else f"{plain}-{number}" for number in count(1))
    return next(base / one for one in names if not (base / one).exists())
