"""What is seen while something is dragged over the window: where it would go, or why not."""

from __future__ import annotations

from PySide6.QtCore import QFileInfo, QMimeData, QRect, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.language.words import mark, tr
from desktop.shell.fonts import larger
from desktop.shell.parts import plain_label

_MARGIN = 16
NOTHING_FETCHED = mark(
    "Only an address: Lentigo fetches nothing from the network.\nDrag the picture itself, or save "
    "it first."
)


class DropCover(QFrame):
    """Lies over the window while something is dragged over it; never in the way of the mouse.

    Parameters
    ----------
    parent : QWidget
        What it covers.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "drop")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = plain_label(self)
        self._words.setProperty("kind", "drop")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setFont(larger(self._words.font(), factor=1.3))
        column = QVBoxLayout(self)
        column.addWidget(self._words, 0, Qt.AlignmentFlag.AlignCenter)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def offer(self, data: QMimeData, *, area: QRect, batch: bool = False) -> bool:
        """Show what would happen to something if it were dropped.

        Parameters
        ----------
        data : QMimeData
            What is dragged.
        area : QRect
            Where to lie.
        batch : bool
            Whether folders would become a batch.

        Returns
        -------
        bool
            Whether a drop makes sense; an address does, because it gets an answer.
        """
        words = words_for(data, batch=batch)
        if words is None:
            return False
        self._words.setText(words)
        self.setGeometry(area.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN))
        self.raise_()
        self.show()
        return True


def words_for(data: QMimeData, *, batch: bool = False) -> str | None:
    """Say what a drop of this would do; None where it holds nothing for us."""
    files = [url for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []
    if batch and any(QFileInfo(url.toLocalFile()).isDir() for url in files):
        return tr("Drop to analyse all images of it, into a table")
    if len(files) > 1:
        return tr("Drop to open these {number} files or folders", number=len(files))
    if files:
        return tr("Drop to open {name}", name=_short(files[0].fileName()))
    if data.hasImage():
        return tr("Drop to open this picture")
    return tr(NOTHING_FETCHED) if data.hasUrls() else None


def _short(name: str, length: int = 48) -> str:
    return name if len(name) <= length else f"{name[: length - 13]}…{name[-12:]}"
