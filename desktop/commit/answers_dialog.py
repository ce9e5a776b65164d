"""What the committed answers came to: counts, classes and plots."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPalette, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.report.answer_words import share_words, summary_head, summary_rows
from core.report.case_words import class_name
from core.report.plot_ground import PlotLook
from desktop.language.words import mark, tr
from desktop.shell.parts import MARGIN, heading, plain_label, text, unbroken

if TYPE_CHECKING:
    from core.report.answer_summary import AnswerSummary

_READING: Final = mark("Reading your answers…")
_HOW: Final = mark(
    "Switch on Image > Commit first: the finding of each new image then waits until you have said "
    "what you see."
)
_RIGHT: Final = mark(
    "Right is what pathology says of a lesion with the same image in your cases: the same class "
    "where you named one, else malignant or not. Intervals are 95 % (Wilson)."
)
_PLOTS: Final = (720, 240)


class AnswersDialog(QDialog):
    """The dialog.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    save_wanted = Signal()
    """The user wants all answers in a file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Your answers"))
        self._head = heading(self, factor=1.15)
        self._head.setText(tr(_READING))
        self._body = QWidget(self)
        self._content = QVBoxLayout(self._body)
        self._content.setContentsMargins(MARGIN, 8, MARGIN, 8)
        self._content.setSpacing(MARGIN)
        self.plots = plain_label(self._body)
        self.plots.setAccessibleName(tr("Plots of the counts above"))
        self.plots.hide()
        self.save = QPushButton(tr("Save as CSV…"), self)
        self.save.setEnabled(False)
        self.save.clicked.connect(lambda _: self.save_wanted.emit())
        self._lay_out()

    @property
    def words(self) -> str:
        """All that is read."""
        return "\n".join(label.text() for label in self.findChildren(QLabel))

    @property
    def look(self) -> PlotLook:
        """How plots fit in."""
        palette, role = self.palette(), QPalette.ColorRole
        width, height = _PLOTS
        return PlotLook(
            ground=palette.color(role.Base).name(),
            text=palette.color(role.Text).name(),
            quiet=palette.color(role.PlaceholderText).name(),
            accent=palette.color(role.Accent).name(),
            width=width,
            height=height,
            scale=self.devicePixelRatioF(),
        )

    def show_summary(self, summary: AnswerSummary) -> None:
        """Show the counts; where there are none, how to get some."""
        self._head.setText(summary_head(summary))
        self.save.setEnabled(bool(summary.answered or summary.skipped))
        if not summary.answered:
            self._content.addWidget(text(self._body, tr(_HOW)))
        else:
            self._content.addLayout(self._counts(summary))
            self._content.addWidget(self.plots)
            if summary.classes:
                self._content.addLayout(self._classes(summary))
            self._content.addWidget(text(self._body, unbroken(tr(_RIGHT)), quiet=True))
        self._content.addStretch(1)

    def show_plots(self, image: QImage) -> None:
        """Show the plots, once they are drawn."""
        self.plots.setPixmap(QPixmap.fromImage(image))
        self.plots.show()

    def show_error(self, words: str) -> None:
        """Say why there is nothing to show."""
        self._head.setText(words)

    def _counts(self, summary: AnswerSummary) -> QGridLayout:
        grid = _grid()
        for row, (name, words) in enumerate(summary_rows(summary)):
            grid.addWidget(text(self._body, name), row, 0)
            grid.addWidget(text(self._body, unbroken(words)), row, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        return grid

    def _classes(self, summary: AnswerSummary) -> QGridLayout:
        grid = _grid()
        names = (
            tr("Turned out to be"),
            tr("First answer right"),
            tr("Last answer right"),
            tr("Model right"),
        )
        for column, name in enumerate(names):
            head = heading(self._body, factor=1.0)
            head.setText(name)
            grid.addWidget(head, 0, column)
            grid.setColumnStretch(column, 1)
        for row, one in enumerate(summary.classes, start=1):
            cells = (class_name(one.code), *map(share_words, (one.first, one.final, one.model)))
            for column, words in enumerate(cells):
                grid.addWidget(text(self._body, unbroken(words)), row, column)
        return grid

    def _lay_out(self) -> None:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("Counts of your answers"))
        area.setWidget(self._body)
        area.setMinimumWidth(_PLOTS[0] + 4 * MARGIN)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, MARGIN, 0, MARGIN)
        layout.setSpacing(8)
        self._head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        buttons.setContentsMargins(MARGIN, 0, MARGIN, 0)
        layout.addWidget(self._head)
        layout.addWidget(area, 1)
        layout.addWidget(buttons)
        self.resize(_PLOTS[0] + 4 * MARGIN, 640)


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(MARGIN)
    grid.setVerticalSpacing(8)
    return grid
