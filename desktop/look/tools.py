"""The row below the picture: how heat is shown, the scale, and the zoom."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QMenu,
    QSlider,
    QToolButton,
    QWidget,
)

from core.wording import per_hundred
from desktop.language.words import tr
from desktop.look.legend import Legend
from desktop.shell.parts import MARGIN, rule
from desktop.shell.wishes import METHOD_NAMES, HeatColours, HeatMethod

_GAP = 8  # pixels, device-independent


class PictureTools(QFrame):
    """Controls of the picture and its heat map.

    Parameters
    ----------
    heat : QAction
        Shows and hides the heat map.
    methods, colours : iterable of QAction
        Choose how it is computed, and its colours.
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
        methods: Iterable[QAction],
        colours: Iterable[QAction],
        zooms: Iterable[QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surface")
        self.legend = Legend(self)
        self._opacity = self._slider()
        self._method = self._menu_button(
            methods, name=tr("Method of the heat map"), tip=tr("How the heat map is computed")
        )
        self._colours = self._menu_button(
            colours,
            name=tr("Colours of the heat map"),
            tip=tr("Colours of the heat map, all legible to colour-blind people"),
        )
        self._zoom = QLabel("", self)
        self._zoom.setProperty("kind", "quiet")
        self._zoom.setToolTip(tr("Screen pixels for each pixel of the image"))
        self._zoom.setMinimumWidth(self._zoom.fontMetrics().horizontalAdvance("1000 %"))
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        buttons = [self._button(action) for action in zooms]
        # What there is room for, the first before the others; keys and menus do it as well.
        self._optional = (*buttons[2:], self._opacity, self._colours, self._zoom)
        self._needed = (self._button(heat), self._method, *buttons[:2])
        self._lay_out(buttons)

    def show_heat_options(
        self, *, opacity: int, colours: HeatColours, method: HeatMethod, enabled: bool
    ) -> None:
        """Show how heat is shown."""
        for control in (self._opacity, self._method, self._colours):
            control.setEnabled(enabled)
        self._method.setText(f"{METHOD_NAMES[method]} ")
        self._opacity.setValue(opacity)
        self._opacity.setToolTip(
            tr("Heat map hides {opacity} % at its hottest place ([ and ])", opacity=opacity)
        )
        self._colours.setText(f"{colours.capitalize()} ")
        self._leave_out(self.width())
        self.legend.set_opacity(opacity / 100)

    def show_zoom(self, zoom: float) -> None:
        """Say how far the picture is enlarged; 0 stands for no picture."""
        self._zoom.setText(per_hundred(f"{100 * zoom:.0f}") if zoom else "")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Leave out what can be done without where there is little room."""
        super().resizeEvent(event)
        self._leave_out(event.size().width())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Need room for what cannot be left out."""
        needed = sum(_width(widget) for widget in self._needed)
        return QSize(needed + 2 * MARGIN, super().minimumSizeHint().height())

    def _leave_out(self, width: int) -> None:
        room = width - self.minimumSizeHint().width()
        for widget in self._optional:
            room -= _width(widget)
            widget.setVisible(room >= 0)

    def _slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(0, 100)
        slider.setPageStep(10)
        slider.setFixedWidth(96)
        slider.setAccessibleName(tr("Opacity of the heat map"))
        slider.valueChanged.connect(self.opacity_moved)
        return slider

    def add_to_method(self, menu: QMenu) -> None:
        """Offer a menu below the methods."""
        methods = self._method.menu()
        methods.addSeparator()
        methods.addMenu(menu)

    def _menu_button(self, actions: Iterable[QAction], *, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        menu = QMenu(button)
        menu.addActions(list(actions))
        menu.setToolTipsVisible(True)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(name)
        button.setToolTip(tip)
        return button

    def _lay_out(self, zooms: Iterable[QToolButton]) -> None:
        controls = QHBoxLayout()
        controls.setSpacing(_GAP)
        controls.addWidget(self._needed[0])
        controls.addWidget(self._opacity)
        controls.addWidget(self._method)
        controls.addWidget(self._colours)
        controls.addStretch(1)
        controls.addWidget(self._zoom)
        for button in zooms:
            controls.addWidget(button)
        layout = QGridLayout(self)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(rule(self), 0, 0)
        inner = QGridLayout()
        inner.setContentsMargins(MARGIN, 8, MARGIN, 8)
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


def _width(widget: QWidget) -> int:
    return max(widget.sizeHint().width(), widget.minimumWidth()) + _GAP
