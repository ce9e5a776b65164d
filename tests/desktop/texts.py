"""What a window says: every text that can be seen or heard, by walking its widgets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QSpinBox,
    QTextBrowser,
    QWidget,
)

from desktop.look.picture_view import PictureView

_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
_MOST_ROWS = 40


@dataclass(frozen=True, slots=True)
class Said:
    """A text, and what says it.

    Parameters
    ----------
    where : str
        Class and name of the widget, and what of it.
    text : str
        The text, without marks of HTML.
    """

    where: str
    text: str


def everything_said() -> Iterator[Said]:
    """Give all texts of the windows that are seen, and of their menus, seen or not."""
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            yield Said(f"{type(window).__name__}.windowTitle", window.windowTitle())
            for widget in (window, *window.findChildren(QWidget)):
                if isinstance(widget, QMenu) or widget.isVisible():
                    yield from said_by(widget)
            for action in window.findChildren(QAction):
                yield from _said_by_action(action)


def said_by(widget: QWidget) -> Iterator[Said]:
    """Give all texts of one widget."""
    name = f"{type(widget).__name__} {widget.objectName()}".strip()
    for what in ("toolTip", "statusTip", "accessibleName", "accessibleDescription"):
        yield Said(f"{name}.{what}", _plain(getattr(widget, what)()))
    for text in _shown(widget):
        yield Said(name, _plain(text))


def _shown(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QSpinBox():
            yield from (widget.prefix(), widget.suffix(), widget.specialValueText())
        case QMenu():
            yield widget.title()
        case QTextBrowser():
            yield widget.toPlainText()
        case PictureView():
            yield widget.words
        case QComboBox() | QAbstractItemView():
            yield from _items(widget.model())


def _items(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    for row in range(min(model.rowCount(), _MOST_ROWS)):
        for column in columns(model):
            index = model.index(row, column)
            yield from (str(index.data(role) or "") for role in _ROLES)
    for column in columns(model):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")


def columns(model: QAbstractItemModel) -> range:
    """Return the columns of a model. Lists have one, and Qt keeps their method to itself."""
    return range(1 if isinstance(model, QAbstractListModel) else model.columnCount())


def _said_by_action(action: QAction) -> Iterator[Said]:
    for what in ("text", "toolTip", "statusTip"):
        yield Said(f"QAction {action.objectName()}.{what}", getattr(action, what)())


def _plain(text: str) -> str:
    return re.sub(r"<[^>]*>", " ", text) if "</" in text else text
