"""The scale below the picture: without it, the colours of a heat map are decoration."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.language import again
from desktop.language.words import mark, tr
from desktop.look.heat_layer import WEAK, HeatLayer
from desktop.shell.plain_tip import plain_tip

_BAR: Final = 12
_GAP: Final = 16
_TIP: Final = mark("The scale is the same for every picture, so a weak map looks weak.")
_WIDEST: Final = 720


class Legend(QWidget):
    """Names the class that is explained, and gives the scale in numbers.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer: HeatLayer | None = None
        self._title = ""
        self._opacity = 1.0
        self.setMaximumWidth(_WIDEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Scale of the heat map"))

    def show_scale(self, layer: HeatLayer | None, *, name: str = "") -> None:
        """Show the scale of a heat map, with the name of its class; or none."""
        self._layer = layer
        self._title = legend_title(name, layer) if layer is not None else ""
        self.setAccessibleDescription(self._title)
        self.setToolTip(plain_tip(f"{self._title}. {tr(_TIP)}") if layer is not None else "")
        self.update()

    def set_opacity(self, opacity: float) -> None:
        """Show the colours as they are seen over the picture; from 0 to 1."""
        self._opacity = opacity
        self.update()

    def sizeHint(self) -> QSize:
        """Be as high as title, bar and numbers."""
        return QSize(240, 2 * self.fontMetrics().height() + _BAR + 8)

    def minimumSizeHint(self) -> QSize:
        """Give up width, but no height."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt's form
        """Paint title, colours and numbers."""
        if self._layer is None:
            return
        painter = QPainter(self)
        palette, height = self.palette(), self.fontMetrics().height()
        line = QRect(0, 0, self.width(), height)
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(line, 0, self.fontMetrics().elidedText(self._title, elide, self.width()))
        self._paint_bar(
            painter, self._layer.ramp, QRectF(0.5, height + 4.5, self.width() - 1, _BAR - 1)
        )
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the colours run
        line.translate(0, height + _BAR + 6)
        for flag, words in zip(_ALIGNMENTS, self.numbers, strict=True):
            painter.drawText(line, int(flag), words)

    @property
    def numbers(self) -> tuple[str, str, str]:
        """What stands below the colours; nothing of it touches what is beside it."""
        if self._layer is None:
            return "", "", ""
        low, middle, high = scale_words(self._layer)
        width = self.fontMetrics().horizontalAdvance
        fits = self.width() // 2 > width(middle) // 2 + width(high) + _GAP
        room = self.width() - width(low) - _GAP
        high = self.fontMetrics().elidedText(high, Qt.TextElideMode.ElideRight, room)
        return low, middle if fits else "", high

    def _paint_bar(self, painter: QPainter, ramp: QImage, bar: QRectF) -> None:
        palette = self.palette()
        painter.fillRect(bar, palette.color(QPalette.ColorRole.Base))
        painter.setOpacity(self._opacity)
        painter.drawImage(bar, ramp, QRectF(ramp.rect()))
        painter.setOpacity(1)
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawRect(bar)


_ALIGNMENTS: Final = (
    Qt.AlignmentFlag.AlignLeft,
    Qt.AlignmentFlag.AlignHCenter,
    Qt.AlignmentFlag.AlignRight,
)


def legend_title(name: str, layer: HeatLayer) -> str:
    """Say what the colours mean, and frankly when there is hardly anything to see."""
    if layer.for_and_against:
        title = tr("{method}: evidence for {name}", method=layer.method, name=name)
    else:
        title = tr("{method}: influence on {name}", method=layer.method, name=name)
    if layer.peak <= 0:
        title = tr("{title}: none in this picture", title=title)
    elif layer.peak < WEAK * layer.full_scale:
        title = tr("{title}: hardly any in this picture", title=title)
    return tr("{title}. Hatched: not seen by the model", title=title) if layer.has_unseen else title


def scale_words(layer: HeatLayer) -> tuple[str, str, str]:
    """Return the numbers at the left, the middle and the right end of the scale."""
    full_scale = layer.full_scale
    return (
        "0",
        tr("{number:.3g}", number=full_scale / 2),
        tr("{number:.3g} or more ({unit})", number=full_scale, unit=again(layer.unit)),
    )
