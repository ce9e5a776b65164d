"""Has two pictures show the same part at the same size."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from desktop.followup.picture import FollowPicture


class Link(QObject):
    """Lets each of two pictures follow the other.

    Parameters
    ----------
    one, other : FollowPicture
        What is linked.
    parent : QObject, optional
        As for any QObject.
    """

    def __init__(
        self, one: FollowPicture, other: FollowPicture, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._following = False
        one.looked.connect(partial(self._follow, one, other))
        other.looked.connect(partial(self._follow, other, one))

    def _follow(self, leader: FollowPicture, follower: FollowPicture) -> None:
        """Show in the one what is seen in the other; what that moves is nobody's wish."""
        if self._following or not leader.has_picture:
            return
        self._following = True
        try:
            follower.look(leader.centre, magnification=leader.magnification)
        finally:
            self._following = False
