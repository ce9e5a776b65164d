"""The row below the picture: how heat is shown, the scale, and the zoom."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QMenu,
    QSlider,
    QToolButton,
    QWidget,
)

from core.wording import per_hundred
from desktop.language.words import tr
from desktop.look.legend import Legend
from desktop.shell.parts import MARGIN, plain_label, rule, toggle_of
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

    Attributes
    ----------
    opacity_fixed : bool
        Whether nobody can change how strong the heat map is.
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
        self.opacity_fixed = False
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
        self._zoom = plain_label(self)
        self._zoom.setProperty("kind", "quiet")
        self._zoom.setToolTip(tr("Screen pixels for each pixel of the image"))
        self._zoom.setMinimumWidth(self._zoom.fontMetrics().horizontalAdvance("1000 %"))
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        buttons = [self._button(action) for action in zooms]
        self._heat = self._button(heat)
        # What cannot be left out, and what there is room for, the first before the others: keys
        # and menus do it as well. A second row holds what the first has no room for.
        self._needed = ((self._heat,), (self._method, *buttons[:2]))
        self._optional = ((self._opacity,), (*buttons[2:], self._colours, self._zoom))
        self._inner = QGridLayout()
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out(buttons)

    def show_heat_options(
        self, *, opacity: int, colours: HeatColours, method: HeatMethod, enabled: bool
    ) -> None:
        """Show how heat is shown."""
        for control in (self._method, self._colours):
            control.setEnabled(enabled)
        self._opacity.setEnabled(enabled and not self.opacity_fixed)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what can be done without where there is little room."""
        super().resizeEvent(event)
        self._leave_out(event.size().width())

    def minimumSizeHint(self) -> QSize:
        """Need room for what cannot be left out."""
        widest = max(_widths(row) for row in self._needed)  # with a gap too many
        return QSize(widest + _GAP, super().minimumSizeHint().height())

    def _leave_out(self, width: int) -> None:
        room = width - 2 * MARGIN
        needed = [_widths(row) for row in self._needed]
        beside = sum(needed) <= room
        directions = QBoxLayout.Direction
        self._rows.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        side = MARGIN if max(needed) <= room else _GAP
        self._inner.setContentsMargins(side, 8, side, 8)
        (opacity,), (*buttons, colours, zoom) = self._optional
        if beside:
            _show((*buttons, opacity, colours, zoom), room=room - sum(needed))
        else:
            _show((opacity,), room=room - needed[0])
            _show((*buttons, colours, zoom), room=room - needed[1])

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
        heat = _row(self._heat, self._opacity)
        heat.addStretch(0)  # at the left where it has a row to itself
        others = _row(self._method, self._colours, self._zoom, *zooms)
        others.insertStretch(2, 1)
        self._rows.setSpacing(_GAP)
        self._rows.addLayout(heat)
        self._rows.addLayout(others, 1)
        layout = QGridLayout(self)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(rule(self), 0, 0)
        inner = self._inner
        inner.setVerticalSpacing(8)
        inner.addLayout(self._rows, 0, 0)
        inner.addWidget(self.legend, 1, 0)
        layout.addLayout(inner, 1, 0)

    def _button(self, action: QAction) -> QToolButton:
        return toggle_of(action, self)


def _width(widget: QWidget) -> int:
    return max(widget.sizeHint().width(), widget.minimumWidth()) + _GAP


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(_GAP)
    for widget in widgets:
        row.addWidget(widget)
    return row


def _widths(widgets: Iterable[QWidget]) -> int:
    return sum(map(_width, widgets))


def _show(widgets: Iterable[QWidget], *, room: int) -> None:
    """Show those that there is room for, the first before the others."""
    for widget in widgets:
        room -= _width(widget)
        widget.setVisible(room >= 0)
