"""Originals from one form into the other."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from core.cases.image_store import ImageStore
from core.cases.progress import Progress
from core.errors import StoreDamaged
from core.language import say


def copy_originals(
    old: ImageStore, new: ImageStore, used: AbstractSet[str], *, progress: Progress
) -> None:
    """Copy originals into another form, and read every copy back.

    Parameters
    ----------
    old, new : ImageStore
        The same folder, in both forms.
    used : set of str
        Checksums of those that images refer to. Plain ones that no image refers to are sealed as
        well; sealed ones of this kind are left to go.
    progress : callable
        Called with how many originals are done, and how many there are.

    Raises
    ------
    StoreDamaged
        If one is not what it was.
    StoreError
        If one cannot be written.
    """
    plain = {name for name in old.names() if old.name(name) == name}
    wanted = sorted(plain | {sha256 for sha256 in used if old.path(sha256).exists()})
    for done, sha256 in enumerate(wanted):
        progress(done, len(wanted))
        _copy(old, new, sha256)
    progress(len(wanted), len(wanted))


def _copy(old: ImageStore, new: ImageStore, sha256: str) -> None:
    with old.reading(sha256) as file, new.arriving_from(file) as arrived:
        if arrived.sha256 != sha256:
            raise StoreDamaged(
                say(
                    "An original has been changed on the disk, so nothing was converted. "
                    "`lentigo cases --deep` names it: delete its image, or restore a backup."
                ),
                value=sha256,
            )
        new.put(arrived)
    new.require_whole(sha256)
