"""Where the plots are seen: as wide as there is room, in the colours of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QImage, QPalette, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from desktop.language.words import tr
from desktop.progress.words import PLOTS

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from core.report.plot_ground import PlotLook

_NARROWEST, _WIDEST = 420, 1200
_STEP: Final = 20  # pixels of width below which nothing is drawn anew
_PAUSE_MS: Final = 250  # after the window has been made larger or smaller


class PlotsView(QLabel):
    """One picture with all plots.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    outdated = Signal()
    """They would be drawn in another way now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr(PLOTS))
        self.setMinimumWidth(1)  # however wide the picture is that is shown
        self._drawn_width = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.outdated)

    @property
    def settled(self) -> bool:
        """Whether nothing is about to be drawn anew."""
        return not self._pause.isActive()

    def look(self, *, height: int) -> PlotLook:
        """Say how plots fit in."""
        from core.report.plot_ground import PlotLook

        palette, role = self.palette(), QPalette.ColorRole
        self._drawn_width = self.wanted_width
        return PlotLook(
            ground=palette.color(role.Base).name(),
            text=palette.color(role.Text).name(),
            quiet=palette.color(role.PlaceholderText).name(),
            accent=palette.color(role.Accent).name(),
            width=self._drawn_width,
            height=height,
            scale=self.devicePixelRatioF(),
        )

    @property
    def wanted_width(self) -> int:
        """How wide they are to be, in device-independent pixels."""
        return max(_NARROWEST, min(_WIDEST, self.width()))

    def show_plots(self, image: QImage) -> None:
        """Show them, once they are drawn."""
        self.setPixmap(QPixmap.fromImage(image))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have them drawn anew, once the size stays."""
        super().resizeEvent(event)
        if self._drawn_width and abs(self.wanted_width - self._drawn_width) >= _STEP:
            self._pause.start()

    def changeEvent(self, event: QEvent) -> None:
        """Have them drawn in the colours of another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._drawn_width:
            self._pause.start()
