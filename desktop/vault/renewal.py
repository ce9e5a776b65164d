"""Images that were opened from cases, after their originals have moved."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.cases.store import CaseStore
    from core.errors import LentigoError
    from desktop.cases.desk import CaseDesk
    from desktop.look.entries import ImageEntry, Source
    from desktop.look.session import Session


def renew_sources(session: Session, desk: CaseDesk) -> None:
    """Let opened images of cases be read from where they lie now, when they are read again."""
    known = {entry.id: _checksum(entry) for entry in session.images}
    moved = {image: sha256 for image, sha256 in known.items() if sha256}
    if moved:
        desk.ask(partial(_places, moved=moved), done=partial(_take, session), failed=_leave)


def _checksum(entry: ImageEntry) -> str:
    """Give the checksum of an original of cases, which a plain one has for a name; else nothing."""
    source = entry.source
    if isinstance(source, Path):
        whole = len(source.name) == 64 and source.parent.name == source.name[:2]
        return source.name if whole else ""
    return "" if isinstance(source, bytes) else entry.sha256


def _places(store: CaseStore, *, moved: Mapping[int, str]) -> dict[int, Source]:
    return {image: store.images.original(sha256) for image, sha256 in moved.items()}


def _take(session: Session, places: Mapping[int, Source]) -> None:
    for image, source in places.items():
        if session.images.get(image) is not None:
            session.images.change(image, source=source)


def _leave(error: LentigoError) -> None:
    """Say nothing: reading the image again will say why it cannot be."""
    del error
