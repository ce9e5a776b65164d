"""Has pictures show the same part at the same size."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from desktop.look.linked_picture import LinkedPicture


class Link(QObject):
    """Lets each of several pictures be followed by the others.

    Parameters
    ----------
    pictures : sequence of LinkedPicture
        What is linked.
    parent : QObject, optional
        As for any QObject.
    """

    def __init__(self, pictures: Sequence[LinkedPicture], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = tuple(pictures)
        self._following = False
        for picture in self._pictures:
            picture.looked.connect(partial(self._follow, picture))

    def _follow(self, leader: LinkedPicture) -> None:
        """Show in the others what is seen in one; what that moves is nobody's wish."""
        if self._following or not leader.has_picture:
            return
        self._following = True
        try:
            for follower in self._pictures:
                if follower is not leader:
                    follower.look(leader.centre, magnification=leader.magnification)
        finally:
            self._following = False
