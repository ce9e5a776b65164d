"""Fills the cells that are seen, and soon will be; what was wanted before is wanted no longer."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from core.errors import ImageError
from desktop.atlas.finding import cells_of
from desktop.atlas.small_pictures import FOLDER, read_small
from desktop.language.words import tr
from desktop.similar.content import MISSING
from desktop.similar.thumbnails import Thumbnails

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from core.atlas import Atlas
    from core.image_source import ImageSource
    from desktop.atlas.grid_model import GridModel
    from desktop.atlas.grid_view import GridView
    from desktop.atlas.words import Cell
    from desktop.shell.background import Background

_PAUSE_MS: Final = 30  # while scrolling, every turn would ask for others
_MOST: Final = 600


class Filler(QObject):
    """Has cells and pictures of what is seen fetched.

    Parameters
    ----------
    model : GridModel
        Takes them.
    view : GridView
        Knows what is seen.
    background : Background
        Where they are fetched.
    """

    def __init__(self, model: GridModel, view: GridView, background: Background) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self._background = background
        self._atlas: Atlas | None = None
        self._kept: Path | None = None
        self._fetching = False
        self.thumbnails = Thumbnails(background, read=self._read, most=_MOST, parent=self)
        self.thumbnails.came.connect(model.show_picture)
        self.thumbnails.failed.connect(self._show_missing)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.fill)
        view.moved.connect(self._wait)

    @property
    def settled(self) -> bool:
        """Whether everything that is seen has come."""
        return not (self._pause.isActive() or self._fetching) and self.thumbnails.settled

    def use(self, atlas: Atlas) -> None:
        """Fill from another atlas."""
        self._atlas = atlas
        self._kept = atlas.folder / FOLDER

    def fill(self) -> None:
        """Ask for what is seen and has not come; the lines around it afterwards."""
        self._pause.stop()
        if self._atlas is None or not len(self._model):
            return
        rows = self._around()
        missing = self._model.missing(rows)
        if missing and not self._fetching:
            self._fetch(self._atlas, missing)
        seen = self._view.rows
        later = (row for row in rows if row not in seen)
        self.thumbnails.want(self._model.expect([*seen, *later]))

    def _around(self) -> range:
        seen = self._view.rows
        more = len(seen) // 2
        return range(max(0, seen.start - more), min(len(self._model), seen.stop + more))

    def _wait(self) -> None:
        if not self._pause.isActive():
            self._pause.start()

    def _fetch(self, atlas: Atlas, missing: list[int]) -> None:
        self._fetching = True
        self._background.run(
            partial(cells_of, atlas, missing), done=partial(self._came, atlas), failed=self._failed
        )

    def _came(self, atlas: Atlas, cells: tuple[Cell, ...]) -> None:
        self._fetching = False
        if atlas is self._atlas:
            self._model.take(cells, self._view.rows)
            self.fill()

    def _failed(self, error: Exception) -> None:
        self._fetching = False
        raise error

    def _read(self, source: ImageSource) -> QImage:
        return read_small(source, kept=self._kept)

    def _show_missing(self, path: Path, error: ImageError) -> None:
        del error  # a cell has room for few words; the large view says what it is
        self._model.show_picture(path, tr(MISSING))
