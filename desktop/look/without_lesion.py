"""What is found without the lesion, and without all else: a sentence and two small pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.language.words import mark, tr
from desktop.look.painted import Painted
from desktop.look.thumbnails import to_qimage
from desktop.shell.parts import show_words, text, unbroken

if TYPE_CHECKING:
    from core.model import Card
    from core.results import Analysis

LOOKING: Final = mark("Looking again with the lesion painted over…")
_TITLES: Final = (mark("Lesion painted over"), mark("All else painted over"))


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What there is to show.

    Parameters
    ----------
    sentence : str
        What it means, or how it stands.
    pictures : tuple of QImage
        What the model saw, two or none.
    found : tuple of str
        What it found in each.
    """

    sentence: str
    pictures: tuple[QImage, ...] = ()
    found: tuple[str, ...] = ()


def look_of(analysis: Analysis, card: Card) -> Look:
    """Say and show what hiding has shown; that it is under way where there is nothing yet."""
    from core.report.hidden_words import hidden_words

    words, hidden = hidden_words(analysis, card), analysis.hidden
    if words is None or hidden is None:
        return Look(tr(LOOKING))
    if hidden.painted is None or not words.without_lesion:
        return Look(words.sentence)
    pictures = tuple(to_qimage(pixels) for pixels in hidden.painted)
    return Look(words.sentence, pictures, (words.without_lesion, words.without_background))


class WithoutLesion(QWidget):
    """Shows a `Look`.

    Parameters
    ----------
    parent : QWidget, optional
        As for any widget.
    """

    grown = Signal()
    """It needs more room than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = text(self)
        self._pictures = QWidget(self)
        self._views = [Painted(tr(title), self._pictures) for title in _TITLES]
        self._found = [text(self._pictures) for _ in _TITLES]
        self._lay_out()
        self._pictures.hide()

    def show_look(self, look: Look) -> None:
        """Show what there is."""
        show_words(self._sentence, look.sentence)
        self._pictures.setVisible(bool(look.pictures))
        for view, label, picture, found in zip(
            self._views, self._found, look.pictures, look.found, strict=False
        ):
            view.show_image(picture)
            view.setAccessibleDescription(found)
            label.setText(unbroken(found))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell when it has grown."""
        super().resizeEvent(event)
        if event.size().height() > event.oldSize().height():
            self.grown.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout(self._pictures)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for column, title in enumerate(_TITLES):
            grid.setColumnStretch(column, 1)
            grid.addWidget(self._views[column], 0, column)
            grid.addWidget(text(self._pictures, tr(title), quiet=True), 1, column)
            grid.addWidget(self._found[column], 2, column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(8)
        layout.addWidget(self._sentence)
        layout.addWidget(self._pictures)
