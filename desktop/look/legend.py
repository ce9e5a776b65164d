"""The scale below the picture: without it, the colours of a heat map are decoration."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.look.heat_layer import WEAK

_BAR: Final = 12


class Legend(QWidget):
    """Names the class that is explained, and gives the scale in numbers.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ramp: QImage | None = None
        self._title = ""
        self._full_scale = 1.0
        self._opacity = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Scale of the heat map")

    def show_scale(
        self, ramp: QImage | None, *, name: str = "", full_scale: float = 1.0, peak: float = 0.0
    ) -> None:
        """Show a scale, or none.

        Parameters
        ----------
        ramp : QImage or None
            The colours from nothing to full scale.
        name : str
            The class that is explained.
        full_scale, peak : float
            Evidence at full strength, and the strongest of this picture, in logit units.
        """
        self._ramp = ramp
        self._full_scale = full_scale
        self._title = legend_title(name, share=peak / full_scale) if ramp else ""
        self.setAccessibleDescription(self._title)
        self.setToolTip(
            "Evidence for the class, in logit units. The scale is the same for every picture, so "
            "a weak map looks weak."
            if ramp
            else ""
        )
        self.update()

    def set_opacity(self, opacity: float) -> None:
        """Show the colours as they are seen over the picture; from 0 to 1."""
        self._opacity = opacity
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Be as high as title, bar and numbers."""
        return QSize(240, 2 * self.fontMetrics().height() + _BAR + 8)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Give up width, but no height."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002  # Qt's name
        """Paint title, colours and numbers."""
        if self._ramp is None:
            return
        painter = QPainter(self)
        palette, height = self.palette(), self.fontMetrics().height()
        line = QRect(0, 0, self.width(), height)
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(line, 0, self.fontMetrics().elidedText(self._title, elide, self.width()))
        self._paint_bar(painter, QRectF(0.5, height + 4.5, self.width() - 1, _BAR - 1))
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        line.translate(0, height + _BAR + 6)
        for flag, words in zip(_ALIGNMENTS, scale_words(self._full_scale), strict=True):
            painter.drawText(line, int(flag), words)

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        palette = self.palette()
        painter.fillRect(bar, palette.color(QPalette.ColorRole.Base))
        if self._ramp is not None:
            painter.setOpacity(self._opacity)
            painter.drawImage(bar, self._ramp, QRectF(self._ramp.rect()))
            painter.setOpacity(1)
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawRect(bar)


_ALIGNMENTS: Final = (
    Qt.AlignmentFlag.AlignLeft,
    Qt.AlignmentFlag.AlignHCenter,
    Qt.AlignmentFlag.AlignRight,
)


def legend_title(name: str, *, share: float) -> str:
    """Say what the colours mean, and frankly when there is hardly anything to see."""
    title = f"Evidence for {name}"
    if share <= 0:
        return f"{title}: none in this picture"
    return f"{title}: hardly any in this picture" if share < WEAK else title


def scale_words(full_scale: float) -> tuple[str, str, str]:
    """Return the numbers at the left, the middle and the right end of the scale."""
    return "0", f"{full_scale / 2:.3g}", f"{full_scale:.3g} or more (logit units)"
