"""A heading that opens and closes what stands below it; an action of the menus does the same."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from desktop.language.words import tr


class Disclosure(QWidget):
    """Shows its body while its action is checked.

    Parameters
    ----------
    action : QAction
        Checkable; its text is the heading.
    body : QWidget
        What is shown or not.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, action: QAction, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = body
        self.button = QToolButton(self)
        self.button.setDefaultAction(action)
        self.button.setProperty("kind", "disclosure")
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.setAccessibleName(action.iconText())
        # Qt paints a button's arrow at its left in any case, and would paint the words over it.
        self.button.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(body)
        action.toggled.connect(self._show_body)
        self._show_body(action.isChecked())

    def _show_body(self, shown: bool) -> None:  # noqa: FBT001  # called by a signal
        self.body.setVisible(shown)
        arrow = Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow
        self.button.setArrowType(arrow)
        self.button.setAccessibleDescription(tr("Opened") if shown else tr("Closed"))
