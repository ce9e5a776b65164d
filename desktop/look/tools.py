"""The row below the picture: how heat is shown, the scale, and the zoom."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSlider,
    QToolButton,
    QWidget,
)

from desktop.look.legend import Legend
from desktop.shell.parts import rule
from desktop.shell.settings import HeatColours

_ROOM_FOR_ZOOM = 620  # pixels of width, device-independent
_ROOM_FOR_OPACITY = 540


class PictureTools(QFrame):
    """Controls of the picture and its heat map.

    Parameters
    ----------
    heat : QAction
        Shows and hides the heat map.
    colours : iterable of QAction
        Choose its colours.
    zooms : iterable of QAction
        Zoom out, zoom in, fit, 1:1.
    parent : QWidget, optional
        As for any widget.
    """

    opacity_moved = Signal(int)
    """Percent."""

    def __init__(
        self,
        heat: QAction,
        *,
        colours: Iterable[QAction],
        zooms: Iterable[QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surface")
        self.legend = Legend(self)
        self._opacity = self._slider()
        self._colours = self._menu_button(colours)
        self._zoom = QLabel("", self)
        self._zoom.setProperty("kind", "quiet")
        self._zoom.setToolTip("Screen pixels for each pixel of the image")
        self._lay_out(heat, zooms)

    def show_heat_options(self, *, opacity: int, colours: HeatColours, enabled: bool) -> None:
        """Show how heat is shown."""
        self._opacity.setEnabled(enabled)
        self._colours.setEnabled(enabled)
        self._opacity.setValue(opacity)
        self._opacity.setToolTip(f"Heat map hides {opacity} % at its hottest place ([ and ])")
        self._colours.setText(f"{colours.capitalize()} ")
        self.legend.set_opacity(opacity / 100)

    def show_zoom(self, zoom: float) -> None:
        """Say how far the picture is enlarged; 0 stands for no picture."""
        self._zoom.setText(f"{100 * zoom:.0f} %" if zoom else "")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Leave out what can be done without where there is little room: keys do it as well."""
        super().resizeEvent(event)
        self._zoom.setVisible(event.size().width() >= _ROOM_FOR_ZOOM)
        self._opacity.setVisible(event.size().width() >= _ROOM_FOR_OPACITY)

    def _slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(0, 100)
        slider.setPageStep(10)
        slider.setFixedWidth(96)
        slider.setAccessibleName("Opacity of the heat map")
        slider.valueChanged.connect(self.opacity_moved)
        return slider

    def _menu_button(self, actions: Iterable[QAction]) -> QToolButton:
        button = QToolButton(self)
        menu = QMenu(button)
        menu.addActions(list(actions))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName("Colours of the heat map")
        button.setToolTip("Colours of the heat map, all legible to colour-blind people")
        return button

    def _lay_out(self, heat: QAction, zooms: Iterable[QAction]) -> None:
        controls = QHBoxLayout()
        controls.setSpacing(8)
        controls.addWidget(self._button(heat))
        controls.addWidget(self._opacity)
        controls.addWidget(self._colours)
        controls.addStretch(1)
        controls.addWidget(self._zoom)
        for action in zooms:
            controls.addWidget(self._button(action))
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(rule(self), 0, 0)
        inner = QGridLayout()
        inner.setContentsMargins(16, 8, 16, 8)
        inner.setVerticalSpacing(8)
        inner.addLayout(controls, 0, 0)
        inner.addWidget(self.legend, 1, 0)
        layout.addLayout(inner, 1, 0)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.text().replace("&", ""))
        return button
