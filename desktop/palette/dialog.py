"""The palette: a line to type in, and the commands that it means."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.language.words import mark, tr
from desktop.palette.matching import matching, where
from desktop.shell.action_spec import ActionSpec
from desktop.shell.actions import Actions
from desktop.shell.parts import text

_SIZE: Final = (640, 420)
_LIST_KEYS: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_NOTHING: Final = mark("No command that can be used now is called that.")


class Palette(QDialog):
    """Offers what can be done now; the chosen command is triggered once the palette is closed.

    Parameters
    ----------
    actions : Actions
        The commands.
    parent : QWidget
        The window.
    """

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Find a command"))
        self.resize(*_SIZE)
        self._actions = actions
        self._usable = [spec for spec in actions.specs if actions[spec.id].isEnabled()]
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(tr("Type what you want to do"))
        self.line.setAccessibleName(tr("Command"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._show)
        self.line.returnPressed.connect(self._choose)
        self.line.installEventFilter(self)
        self.list = self._make_list()
        self._nothing = text(self, tr(_NOTHING), quiet=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        for widget in (self.line, self.list, self._nothing):
            column.addWidget(widget)
        self.list.ensurePolished()  # else its rows keep the height that they had without a style
        self._show("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrow keys move in the list while words are typed."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() not in _LIST_KEYS:
            return super().eventFilter(watched, event)
        self.list.keyPressEvent(event)
        return True

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget(self)
        made.setAccessibleName(tr("Commands"))
        made.setProperty("kind", "commands")
        made.setHeaderHidden(True)
        made.setColumnCount(3)
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = made.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        made.itemActivated.connect(lambda *_: self._choose())
        made.itemClicked.connect(lambda *_: self._choose())
        return made

    def _show(self, typed: str) -> None:
        found = matching(typed, self._usable)
        self.list.clear()
        self.list.addTopLevelItems([self._row(spec) for spec in found])
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list.setVisible(bool(found))
        self._nothing.setHidden(bool(found))

    def _row(self, spec: ActionSpec) -> QTreeWidgetItem:
        action = self._actions[spec.id]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        name = (
            f"{spec.plain_text} ✓"
            if action.isCheckable() and action.isChecked()
            else spec.plain_text
        )
        row = QTreeWidgetItem([name, where(spec), keys])
        row.setData(0, Qt.ItemDataRole.UserRole, spec.id)
        row.setToolTip(0, spec.tip)
        quiet = self.palette().placeholderText()
        for column in (1, 2):
            row.setForeground(column, quiet)
        return row

    def _choose(self) -> None:
        row = self.list.currentItem()
        if row is None:
            return
        action = self._actions[row.data(0, Qt.ItemDataRole.UserRole)]
        self.accept()  # first: the command may open a dialog of its own
        action.trigger()


def open_palette(actions: Actions, parent: QWidget) -> Palette:
    """Open the palette."""
    palette = Palette(actions, parent)
    palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    palette.open()
    return palette
