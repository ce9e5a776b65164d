"""The column beside the pictures: what changed, and how far that can be believed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.language.words import tr
from desktop.shell.fonts import bold
from desktop.shell.parts import MARGIN, heading, rule, show_words, text, unbroken

if TYPE_CHECKING:
    from desktop.followup.words import ChangeRow, Headline, Probabilities

_WIDTH: Final = 344
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class FollowPanel(QScrollArea):
    """Says in words and numbers what the pictures show.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setMaximumWidth(_WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("What changed"))
        body = self._body = QWidget(self)
        self._layout = QVBoxLayout(body)
        self._layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._layout.setSpacing(8)
        self._area, self._area_words = text(body), text(body, quiet=True)
        self._notices = text(body)
        self._table = QFrame(body)
        self._alignment = text(body, quiet=True)
        self._scales = text(body, quiet=True)
        self._area.setFont(bold(self._area.font()))
        self._lay_out(body)
        self.setWidget(body)

    @property
    def words(self) -> str:
        """All that is read, line by line."""
        shown = self.findChildren(QLabel)
        return "\n".join(label.text() for label in shown if label.isVisibleTo(self))

    def sizeHint(self) -> QSize:
        """Be as wide as it may."""
        return QSize(self.maximumWidth(), super().sizeHint().height())

    def show_area(self, area: Headline) -> None:
        """Say how the area changed."""
        self._area.setText(unbroken(area.first))
        show_words(self._area_words, area.then)

    def show_alignment(self, words: str) -> None:
        """Say how the images were aligned, or why not."""
        show_words(self._alignment, words)

    def show_scales(self, words: str) -> None:
        """Say the scale of both images."""
        self._scales.setText(words)

    def show_probabilities(self, probabilities: Probabilities) -> None:
        """Show what the findings say."""
        show_words(self._notices, "\n".join(probabilities.notices))
        table = _table(probabilities.rows, self)
        self._layout.replaceWidget(self._table, table)
        table.show()
        self._table.hide()
        self._table.deleteLater()
        self._table = table
        self._widen()

    def _widen(self) -> None:
        """Need as much as the table, however long the words of a language are."""
        needed = self._body.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(needed)
        self.setMaximumWidth(max(_WIDTH, needed))

    def _lay_out(self, body: QWidget) -> None:
        parts = (
            (tr("Area"), (self._area, self._area_words)),
            (tr("Findings of the model"), (self._notices, self._table)),
            (tr("Alignment"), (self._alignment,)),
            (tr("Scale"), (self._scales,)),
        )
        for number, (name, widgets) in enumerate(parts):
            if number:
                self._layout.addSpacing(8)
                self._layout.addWidget(rule(body))
            title = heading(body, factor=1.15)
            title.setText(name)
            self._layout.addWidget(title)
            for widget in widgets:
                self._layout.addWidget(widget)
        self._layout.addStretch(1)


def _table(rows: tuple[ChangeRow, ...], parent: QWidget) -> QFrame:
    """Set the rows in four columns under their names; nothing where there are none."""
    table = QFrame(parent)
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(MARGIN // 2)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    if rows:
        for column, name in enumerate(("", tr("older"), tr("newer"), tr("points"))):
            grid.addWidget(text(table, name, quiet=True), 0, column, _RIGHT)
    for line, row in enumerate(rows, start=1):
        grid.addWidget(text(table, row.name), line, 0)
        for column, words in enumerate((row.older, row.newer, row.change), start=1):
            label = text(table, unbroken(words))
            label.setWordWrap(False)
            if column == 3 or line == 1:
                label.setFont(bold(label.font()))
            grid.addWidget(label, line, column, _RIGHT)
    return table
