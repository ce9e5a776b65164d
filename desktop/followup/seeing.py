"""How the two images are seen: beside each other, blinking, with a divider; aligned or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.followup.state import Mode

if TYPE_CHECKING:
    from desktop.followup.presenter import FollowPresenter
    from desktop.followup.view import FollowView

_BLINK_S = 0.6


class Seeing(QObject):
    """Keeps what the user chose, and shows the pictures accordingly.

    Parameters
    ----------
    view : FollowView
        The widgets.
    presenter : FollowPresenter
        Has the pictures.

    Attributes
    ----------
    mode : Mode
        How the images are seen.
    aligned, outlines : bool
        Whether the newer is to be laid onto the older where it can be, and whether outlines are
        drawn.
    """

    def __init__(self, view: FollowView, presenter: FollowPresenter) -> None:
        super().__init__(view)
        self._view = view
        self._presenter = presenter
        self.mode = Mode.SIDE
        self.aligned = True
        self.outlines = False
        self._newer_seen = False
        self._shown: tuple[object, ...] = ()
        self._timer = QTimer(self)
        self._timer.setInterval(round(1000 * _BLINK_S))
        self._timer.timeout.connect(self._blink)
        view.stage.overlay.flipped.connect(self._flip)
        view.tools.interval_changed.connect(self._set_interval)
        view.tools.show_interval(_BLINK_S, shown=False)
        presenter.changed.connect(self.show)

    @property
    def is_aligned(self) -> bool:
        """Whether the newer image is seen as it lies on the older."""
        return self.aligned and self.is_alignable

    @property
    def is_alignable(self) -> bool:
        """Whether the newer image can be laid onto the older."""
        comparison = self._presenter.comparison
        return comparison is not None and comparison.laid is not None

    @property
    def blinks(self) -> bool:
        """Whether the images are seen in turn by themselves."""
        return self._timer.isActive()

    def see(self, mode: Mode) -> None:
        """See the images in another way."""
        self.mode = mode
        stage = self._view.stage
        if mode is Mode.SIDE:
            stage.show_beside()
        else:
            stage.show_over()
        if mode is Mode.SWIPE:
            stage.overlay.swipe(0.5)
        self._view.tools.show_interval(self._timer.interval() / 1000, shown=mode is Mode.BLINK)
        self._blink_if_wanted()

    def align(self, *, on: bool) -> None:
        """Lay the newer image onto the older, or show it as it was taken."""
        self.aligned = on
        self.show()

    def draw_outlines(self, *, on: bool) -> None:
        """Draw the outlines that areas come from."""
        self.outlines = on
        self._show_outlines()

    def show(self) -> None:
        """Show the pictures that are there."""
        opened, comparison = self._presenter.opened, self._presenter.comparison
        if opened is None:
            self._shown = ()
        else:
            older, newer = opened[0].shown, opened[1].shown
            if self.is_aligned and comparison is not None:
                newer = comparison.laid
            # By identity: comparing millions of pixels would hold up the window.
            if [*map(id, self._shown)] != [id(older), id(newer)]:
                self._shown = older, newer
                self._view.stage.show_pictures(older, newer)
            self._view.stage.overlay.name(opened[0].image.day, opened[1].image.day)
            self._show_outlines()
        self._blink_if_wanted()

    def stop(self) -> None:
        """Blink no more, since nobody looks."""
        self._timer.stop()

    def _show_outlines(self) -> None:
        comparison = self._presenter.comparison
        if comparison is None or not self.outlines:
            self._view.stage.show_outlines(None, None)
            return
        older, newer, laid = comparison.outlines
        self._view.stage.show_outlines(older, laid if self.is_aligned else newer)

    def _blink_if_wanted(self) -> None:
        if self.mode is Mode.BLINK and self._presenter.opened is not None:
            self._view.stage.overlay.show_one(newer=self._newer_seen)
            self._timer.start()
        else:
            self._timer.stop()

    def _blink(self) -> None:
        self._newer_seen = not self._newer_seen
        self._view.stage.overlay.show_one(newer=self._newer_seen)

    def _flip(self) -> None:
        """Show the other one and stay there; the mode's key has them blink again."""
        self._timer.stop()
        self._blink()

    def _set_interval(self, seconds: float) -> None:
        self._timer.setInterval(round(1000 * seconds))
