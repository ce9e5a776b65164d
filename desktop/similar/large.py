"""A labelled image large, beside the one that it is compared with."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QImage, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from desktop.language.words import mark, tr
from desktop.look.picture_view import PictureView
from desktop.shell.parts import MARGIN, heading, show_words, text
from desktop.shell.plain_tip import plain_tip
from desktop.similar.content import SimilarRow

_READING = mark("Reading the picture…")
_OWN, _LABELLED = 0, 1


class SimilarDialog(QDialog):
    """Shows two pictures side by side, with what is known of the labelled one.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.

    Attributes
    ----------
    pictures : (PictureView, PictureView)
        The image that is looked at, and the labelled one.
    """

    stepped = Signal(int)
    """How many rows further the user wants to go: 1 or -1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Similar image"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(960, 600)
        self.pictures = (PictureView(self), PictureView(self))
        names = (tr("The image that you look at"), tr("The labelled image"))
        for picture, name in zip(self.pictures, names, strict=True):
            picture.setAccessibleName(name)
            picture.setAccessibleDescription("")
            picture.setMinimumSize(200, 150)
        self._titles = (heading(self, factor=1.1), heading(self, factor=1.1))
        self._words = (text(self), text(self))
        self._notes = text(self, quiet=True)
        self._steps = (
            self._step(tr("&Previous"), tr("Previous similar image"), -1, key="PgUp"),
            self._step(tr("&Next"), tr("Next similar image"), 1, key="PgDown"),
        )
        self._lay_out()

    def show_own(self, *, name: str, finding: str, picture: QImage | None) -> None:
        """Show the image that is looked at."""
        self._titles[_OWN].setText(tr("This image"))
        self._words[_OWN].setText(
            tr("{name}\nFinding of the model: {finding}", name=name, finding=finding)
        )
        self._show(_OWN, picture, "")

    def show_row(self, row: SimilarRow, *, place: int, count: int, notes: str) -> None:
        """Show what is known of a labelled image; its picture follows."""
        title = tr("{name} (malignant)", name=row.diagnosis) if row.malignant else row.diagnosis
        self._titles[_LABELLED].setText(title)
        known = f"{row.confirmed[:1].upper()}{row.confirmed[1:]}"
        lesion = tr("lesion {name}", name=row.lesion) if row.lesion else ""
        whose = ", ".join(filter(None, (row.patient, lesion)))
        lines = (
            tr("{known}. Distance {distance}", known=known, distance=row.distance),
            f"{whose[:1].upper()}{whose[1:]}",
        )
        self._words[_LABELLED].setText("\n".join(filter(None, lines)))
        self._words[_LABELLED].setToolTip(plain_tip(str(row.path)))
        self.setWindowTitle(tr("Similar image {number} of {total}", number=place + 1, total=count))
        show_words(self._notes, notes)
        self._steps[0].setEnabled(place > 0)
        self._steps[1].setEnabled(place + 1 < count)
        self._show(_LABELLED, None, tr(_READING))

    def show_picture(self, picture: QImage | None, *, missing: str = "") -> None:
        """Show the labelled image's picture, or say why there is none."""
        self._show(_LABELLED, picture, missing)

    def _show(self, side: int, picture: QImage | None, words: str) -> None:
        self.pictures[side].show_picture(picture)
        self.pictures[side].show_words(words)

    def _step(self, words: str, tip: str, step: int, *, key: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setShortcut(QKeySequence(key))
        button.setToolTip(f"{tip} ({key})")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.stepped.emit(step))
        return button

    def _lay_out(self) -> None:
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Close, self)
        buttons.button(kinds.Close).setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        for button in self._steps:
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QGridLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setHorizontalSpacing(MARGIN)
        layout.setVerticalSpacing(8)
        for side in (_OWN, _LABELLED):
            layout.addWidget(_low(self._titles[side]), 0, side)
            layout.addWidget(self.pictures[side], 1, side)
            layout.addWidget(_low(self._words[side]), 2, side, Qt.AlignmentFlag.AlignTop)
            layout.setColumnStretch(side, 1)
        layout.setRowStretch(1, 1)
        layout.addWidget(_low(self._notes), 3, 0, 1, 2)
        layout.addWidget(buttons, 4, 0, 1, 2)


def _low(label: QLabel) -> QLabel:
    """Leave the height to the pictures."""
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return label
