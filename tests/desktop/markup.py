"""Where names that a user has chosen are read as markup, by walking all that a window says."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAction, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QMenu, QMessageBox, QWidget

from tests.desktop.texts import columns

NAMED = "<img src=x>"
"""A part of a name: every system but Windows allows it in a file's."""


def read_as_markup() -> Iterator[str]:
    """Say where `NAMED` would be taken for a picture: in labels, questions and tool tips."""
    for window in QApplication.topLevelWidgets():
        things: list[QWidget | QAction] = [window, *window.findChildren(QWidget)]
        for thing in (*things, *window.findChildren(QAction)):
            name = type(thing).__name__
            yield from (f"{name}: {words}" for words in _rich(thing) if NAMED in words)


def _rich(thing: QWidget | QAction) -> Iterator[str]:
    tips = [thing.toolTip()] if _shows_its_tip(thing) else []
    if isinstance(thing, QAbstractItemView):
        tips.extend(_tips_of_items(thing))
    yield from filter(Qt.mightBeRichText, tips)
    if isinstance(thing, QLabel) and thing.textFormat() is not Qt.TextFormat.PlainText:
        yield thing.text()
    if isinstance(thing, QMessageBox) and thing.textFormat() is not Qt.TextFormat.PlainText:
        yield from (thing.text(), thing.informativeText())


def _shows_its_tip(thing: QWidget | QAction) -> bool:
    if isinstance(thing, QWidget):
        return True
    where = thing.associatedObjects()
    return any(not isinstance(one, QMenu) or one.toolTipsVisible() for one in where)


def _tips_of_items(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is not None:
        for row in range(model.rowCount()):
            for column in columns(model):
                tip = model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
                yield tip if isinstance(tip, str) else ""
