"""The images of one session, so that another can go on with them as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.images import Picture
    from desktop.look.cover import Finding
    from desktop.look.entries import ImageEntry
    from desktop.look.session import Session
    from desktop.look.state import LookState


@dataclass(frozen=True, slots=True, eq=False)
class OpenImage:
    """An image that is open.

    Parameters
    ----------
    entry : ImageEntry
        What is known of it.
    held : Finding or None
        Its finding, where that is held back.
    picture : Picture or None
        What was decoded, where it is at hand.
    choice : tuple of str or None
        Class that is explained, and the one it is set against.
    """

    entry: ImageEntry
    held: Finding | None
    picture: Picture | None
    choice: tuple[str | None, str | None]


def open_images(session: Session, state: LookState) -> tuple[OpenImage, ...]:
    """Return all images, in their order."""
    return tuple(
        OpenImage(
            entry,
            session.cover.held(entry.id),
            session.pictures.get(entry.id),
            state.choice(entry.id),
        )
        for entry in session.images
    )


def reopen(session: Session, state: LookState, images: Sequence[OpenImage]) -> list[int]:
    """Go on with images of another session; return their ids in this one."""
    ids = session.take_in((one.entry for one in images), (one.held for one in images))
    for image, one in zip(ids, images, strict=True):
        state.restore_choice(image, one.choice)
        if one.picture is not None:
            session.pictures.put(image, one.picture)
    return ids
