"""Two to four items beside each other, zoomed and moved together."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from desktop.atlas.finding import cells_of
from desktop.look.pictures import read_bounded
from desktop.look.thumbnails import to_qimage
from desktop.look.words import images_words
from desktop.shell.background import named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

    from core.atlas import Atlas
    from core.images import Picture
    from desktop.atlas.beside_says import BesideSays
    from desktop.atlas.words import Cell
    from desktop.compare.view import CompareView
    from desktop.shell.background import Background

MOST: Final = 4


class Beside(QObject):
    """Fills a `CompareView`; what comes too late is dropped.

    Parameters
    ----------
    view : CompareView
        The cells.
    says : BesideSays
        What the model says of them.
    background : Background
        Where everything is read.
    """

    def __init__(self, view: CompareView, *, says: BesideSays, background: Background) -> None:
        super().__init__(view)
        self.says = says
        self._view = view
        self._background = background
        self._wish = 0
        self._awaited = 0

    @property
    def settled(self) -> bool:
        """Whether every picture has come."""
        return not (self._awaited or self.says.asking)

    def show(self, atlas: Atlas, numbers: Sequence[int]) -> None:
        """Show items, four at most."""
        chosen = list(numbers)[:MOST]
        self._wish += 1
        self.says.forget()
        self._view.arrange(len(chosen), images_words(len(chosen)))
        for cell in self._view.cells[: len(chosen)]:
            cell.show_picture(None, full_width=0)
            cell.show_words(name="", finding="", trust="")
            cell.legend.hide()
        self._awaited += 1
        self._background.run(
            partial(cells_of, atlas, chosen), done=partial(self._known, self._wish)
        )

    def _known(self, wish: int, cells: tuple[Cell, ...]) -> None:
        self._awaited -= 1
        if wish != self._wish:
            return
        known = [". ".join(filter(None, (cell.patient, cell.confirmed))) for cell in cells]
        for place, (cell, words) in enumerate(zip(cells, known, strict=True)):
            self._view.cells[place].show_words(name=cell.path.name, finding=cell.title, trust=words)
            self._awaited += 1
            self._background.run(
                partial(read_bounded, cell.path),
                done=partial(self._read, wish, place),
                failed=partial(self._failed, wish, place),
            )
        self.says.know([cell.path for cell in cells], known)

    def _read(self, wish: int, place: int, picture: Picture) -> None:
        width = picture.record.width
        self._background.run(
            lambda: to_qimage(picture.pixels), done=partial(self._show, wish, place, width)
        )

    def _show(self, wish: int, place: int, width: int, image: QImage) -> None:
        self._awaited -= 1
        if wish == self._wish:
            self._view.cells[place].show_picture(image, full_width=width)
            self.says.show_heat(place)

    def _failed(self, wish: int, place: int, error: Exception) -> None:
        self._awaited -= 1
        error = named(error)
        if wish == self._wish:
            self._view.cells[place].picture.show_words(error.message)
