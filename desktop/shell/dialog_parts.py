"""What most dialogs are made of: buttons, rows of widgets, tables to read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QWidget,
)


def dialog_button(parent: QWidget, words: str, *, name: str = "") -> QPushButton:
    """Return a button that Enter in a field does not press.

    Parameters
    ----------
    parent : QWidget
        Of the dialog.
    words : str
        On the button.
    name : str
        For screen readers, where the words alone say too little.
    """
    button = QPushButton(words, parent)
    button.setAutoDefault(False)
    if name:
        button.setAccessibleName(name)
    return button


def row_of(*widgets: QWidget) -> QHBoxLayout:
    """Put widgets side by side; the first has the room that is left."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for place, widget in enumerate(widgets):
        row.addWidget(widget, int(not place))
    return row


def row_at_end(*widgets: QWidget) -> QHBoxLayout:
    """Put widgets side by side at the end of the line."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget)
    return row


def set_up_table(view: QTableView, *, widths: Sequence[int], stretched: int) -> None:
    """Have a table that has its model show rows to be read and chosen, not cells to be changed.

    Parameters
    ----------
    view : QTableView
        The table.
    widths : sequence of int
        Of the first columns.
    stretched : int
        The column that has the room that is left.
    """
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    heads = view.horizontalHeader()
    heads.setHighlightSections(False)
    for column, width in enumerate(widths):
        view.setColumnWidth(column, width)
    heads.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
