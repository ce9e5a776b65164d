"""Splits on disk: JSON with a checksum, so that one that was changed by hand is noticed."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from core.errors import DatasetError

_CHECKSUM = "sha256"


def checksum(content: Mapping[str, object]) -> str:
    """Hash that names a split on a card."""
    return hashlib.sha256(_text(content).encode()).hexdigest()


def write_checked(path: Path, content: Mapping[str, object]) -> None:
    """Write `content` and its checksum; the old file stays until the new one is whole.

    Raises
    ------
    DatasetError
        If the file cannot be written.
    """
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        aside.write_text(_text({**content, _CHECKSUM: checksum(content)}), encoding="utf-8")
        aside.replace(path)
    except OSError as error:
        raise DatasetError(f"{path} cannot be written: {error.strerror}.", value=path) from error


def read_checked(path: Path) -> dict[str, Any]:
    """Read what `write_checked` wrote; a file from before there were checksums has none.

    Raises
    ------
    DatasetError
        If the file cannot be read, is no split, or was changed.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        stated = content.pop(_CHECKSUM, None)
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise DatasetError(f"{path} is not a split: {error}.", value=path) from error
    if stated not in {None, checksum(content)}:
        raise DatasetError(f"{path} was changed after it was written: its checksum differs.")
    return dict(content)


def image_ids(parts: Sequence[object], path: Path) -> tuple[tuple[str, ...], ...]:
    """Check that each part is a list of names, and that none stands twice.

    Raises
    ------
    DatasetError
        If they are not.
    """
    named = []
    for part in parts:
        if not isinstance(part, list) or not all(isinstance(name, str) for name in part):
            raise DatasetError(f"{path} is not a split: its parts are no lists.", value=path)
        named.append(tuple(part))
    twice = [name for name, count in Counter(sum(named, ())).items() if count > 1]
    if twice:
        raise DatasetError(f"{path} names the image {twice[0]} twice.", value=twice)
    return tuple(named)


def _text(content: Mapping[str, object]) -> str:
    return json.dumps(content, indent=0) + "\n"
