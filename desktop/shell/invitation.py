"""What is seen before any image is open: an invitation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.language.words import mark, tr
from desktop.shell.button_row import ButtonRow
from desktop.shell.fonts import larger

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent  # each name costs time before the first paint

_WIDTH = 560
_MARK = 72
_TITLE = mark("Take a second look")
_PURPOSE = mark("See which skin lesion a picture resembles, how sure the model is, and why.")
_WAYS = mark(
    "Drop pictures or folders here, also from a browser, or paste a picture.\n"
    "JPEG, PNG, TIFF, BMP, WebP, AVIF, HEIC, GIF and DICOM."
)
_PRIVATE = mark(
    "Everything happens on this computer: no picture and no finding leaves it unless you send it."
)


class Invitation(QFrame):
    """Invites to open something.

    Parameters
    ----------
    ways : iterable of QAction
        Ways to open; the first is the usual one.
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, ways: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("No image is open"))
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._mark = _centred(QLabel(self))
        self._mark.setFixedHeight(_MARK)
        column.addWidget(self._mark)
        column.addWidget(self._title())
        column.addWidget(_centred(QLabel(tr(_PURPOSE), self)))
        self._ways = ButtonRow([self._button(*one) for one in enumerate(ways)], self)
        column.addWidget(self._ways)
        for words in (tr(_WAYS), tr(_PRIVATE)):
            column.addWidget(_centred(QLabel(words, self), quiet=True))
        self._centre(column)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as wide as the buttons need, however long the words of a language are."""
        super().showEvent(event)
        self._holder.setMaximumWidth(max(_WIDTH, self._ways.wanted))

    def set_inviting(self, inviting: bool) -> None:  # noqa: FBT001  # a plain setter
        """Show the invitation, or nothing while images are on their way."""
        self._holder.setVisible(inviting)

    def show_mark(self) -> None:
        """Draw Lentigo's mark: not before the first paint, which what draws SVG would delay."""
        from desktop.shell.icons import mark

        self._mark.setPixmap(mark(_MARK, ratio=self.devicePixelRatioF()))

    def _title(self) -> QLabel:
        title = _centred(QLabel(tr(_TITLE), self))
        title.setFont(larger(title.font(), factor=1.8, weight=QFont.Weight.DemiBold))
        return title

    def _button(self, place: int, action: QAction) -> QPushButton:
        button = QPushButton(action.text().replace("&", ""), self)
        button.setProperty("kind", "plain" if place else "primary")
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        return button

    def _centre(self, column: QVBoxLayout) -> None:
        self._holder = QWidget(self)
        self._holder.setLayout(column)
        self._holder.setMaximumWidth(_WIDTH)
        outer = QVBoxLayout(self)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._holder, 100)
        row.addStretch(1)
        outer.addStretch(4)
        outer.addLayout(row)
        outer.addStretch(5)


def _centred(label: QLabel, *, quiet: bool = False) -> QLabel:
    # By the style sheet: Qt's namespace of flags takes longer to import than all of this window.
    label.setProperty("kind", "centred-quiet" if quiet else "centred")
    label.setWordWrap(True)
    return label
