"""The list of what was opened lately, as the settings keep it."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

_log = logging.getLogger(__name__)

LONGEST: Final = 10
_OF_ONE_OPENING: Final = 5


def added(paths: Iterable[Path], recent: Sequence[Path]) -> tuple[Path, ...]:
    """Return the list with what was opened now before it, each once, at most `LONGEST`.

    Many files opened at once do not push out all others.
    """
    fresh = [path.absolute() for path in paths][:_OF_ONE_OPENING]
    return tuple(dict.fromkeys([*fresh, *recent]))[:LONGEST]


def written(recent: Iterable[Path]) -> str:
    """Return the list as a setting; empty for none."""
    names = [str(path) for path in recent]
    return json.dumps(names) if names else ""


def read(setting: str) -> tuple[Path, ...]:
    """Return the list that a setting holds; none, with a line in the log, where it is no list."""
    try:
        names = json.loads(setting) if setting else []
    except ValueError:
        names = None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        _log.warning("The setting recent is not usable and was left out.")
        return ()
    return tuple(Path(name) for name in names)[:LONGEST]


def labels(recent: Sequence[Path]) -> list[str]:
    """Return a name for each, with its folder where two are called alike."""
    names = [path.name or str(path) for path in recent]
    return [
        name if names.count(name) == 1 else f"{name} ({path.parent})"
        for name, path in zip(names, recent, strict=True)
    ]
