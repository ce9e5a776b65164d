"""Reading a backup from end to end before anybody relies on it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from core.cases.backup.archive import MANIFEST, Manifest, copy_hashed, image_member, opened
from core.cases.backup.sealed import Seal
from core.errors import BackupDamaged
from core.language import say

_TABLE: Final = re.compile(r"tables/(?!alembic_version\.)[a-z_]+\.jsonl")
"""Of cases: which migrations have been run is no matter of a backup's rows."""


def verify(path: Path, seal: Seal | None = None) -> Manifest:
    """Compare every member with its checksum.

    Parameters
    ----------
    path : Path
        The backup.
    seal : Seal, optional
        What it is sealed with: see `core.cases.backup.sealed.seal_of`.

    Returns
    -------
    Manifest
        What the backup holds.

    Raises
    ------
    BackupDamaged
        If it is none, or a member is missing, changed, or more than the list names.
    """
    with opened(path, seal) as (archive, manifest):
        listed = manifest.sha256
        if sorted(archive.namelist()) != sorted([MANIFEST, *listed]) or not _are_ours(listed):
            raise BackupDamaged(say("{path} does not hold what it lists.", path=path), value=path)
        for name, sha256 in manifest.sha256.items():
            with archive.open(name) as member:
                if copy_hashed(member, None) != sha256:
                    raise BackupDamaged(
                        say("{path} is damaged: {name} has changed.", path=path, name=name),
                        value=path,
                    )
    return manifest


def _are_ours(listed: Mapping[str, str]) -> bool:
    """Whether all members bear names that we give: tables, and originals by their checksums."""
    return all(
        _TABLE.fullmatch(name) or name == image_member(sha256) for name, sha256 in listed.items()
    )
