"""Fills the large view, and steps through the items of the grid in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from core.errors import ImageError
from desktop.atlas.large_content import LargeContent, content_for, similar_rows
from desktop.language.words import tr
from desktop.look.pictures import read_bounded
from desktop.look.thumbnails import to_qimage
from desktop.shell.background import named
from desktop.similar.content import MISSING, SEARCHING, SimilarRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QImage

    from core.atlas import Atlas
    from core.images import Picture
    from desktop.atlas.grid_model import GridModel
    from desktop.atlas.large_view import LargeView
    from desktop.shell.background import Background
    from desktop.similar.thumbnails import Thumbnails

_T = TypeVar("_T")


class LargePresenter(QObject):
    """One item at a time; what comes too late is dropped.

    Parameters
    ----------
    view : LargeView
        What is seen.
    model : GridModel
        What can be stepped through.
    thumbnails : Thumbnails
        Small pictures of similar ones.
    background : Background
        Where everything is read.

    Attributes
    ----------
    content : LargeContent or None
        What is shown.
    """

    changed = Signal()
    """Another item is shown, or more is known of it."""

    def __init__(
        self, view: LargeView, *, model: GridModel, thumbnails: Thumbnails, background: Background
    ) -> None:
        super().__init__(view)
        self.content: LargeContent | None = None
        self.ids: list[int] = []
        self._view = view
        self._model = model
        self._thumbnails = thumbnails
        self._background = background
        self._atlas: Atlas | None = None
        self._number: int | None = None
        self._row = 0
        self._awaited = 0
        view.stepped.connect(self.step)
        view.panel.others_wanted.connect(lambda _: self._find_similar())
        view.panel.similar.opened.connect(self._open_similar)
        thumbnails.came.connect(view.panel.rows.show_thumbnail)
        thumbnails.failed.connect(self._show_missing)

    @property
    def settled(self) -> bool:
        """Whether all of the item has come."""
        return not self._awaited and self._thumbnails.settled

    def show(self, atlas: Atlas, number: int) -> None:
        """Show an item."""
        self._atlas, self._number, self.content = atlas, number, None
        row = self._model.row_of(number)
        self._row = self._row if row is None else row
        self._view.show_place(row, len(self._model))
        self._view.panel.show_similar_part(shown=atlas.searchable)
        self._show_rows((), tr(SEARCHING))
        self._view.picture.show_picture(None)
        self._view.picture.show_words(tr("Reading the picture…"))
        self._run(partial(content_for, atlas, number), self._content_came, self._no_content)
        self.changed.emit()

    def leave(self) -> None:
        """Show nothing any more."""
        self._number, self.content = None, None

    def step(self, step: int) -> None:
        """Go so many items of the grid further."""
        row = self._row + step
        if self._atlas is not None and 0 <= row < len(self._model):
            self.show(self._atlas, self._model.id_at(row))

    def _content_came(self, content: LargeContent) -> None:
        self.content = content
        self._view.panel.show_content(content)
        path = content.cell.path
        self._run(lambda: _read(path), self._picture_came, self._no_picture)
        self._find_similar()
        self.changed.emit()

    def _no_content(self, error: Exception) -> None:
        self._view.picture.show_words(named(error).message)

    def _picture_came(self, found: tuple[QImage, Picture]) -> None:
        image, picture = found
        self._view.picture.show_words("")
        self._view.picture.show_picture(image, full_width=picture.record.width)

    def _no_picture(self, error: Exception) -> None:
        self._view.picture.show_words(named(error).message)

    def _find_similar(self) -> None:
        atlas, content = self._atlas, self.content
        if atlas is None or content is None or not atlas.searchable:
            return
        others = self._view.panel.others.isChecked()
        self._run(
            partial(similar_rows, atlas, content.item, other_diagnosis=others),
            self._similar_came,
            lambda error: self._show_rows((), named(error).message),
        )

    def _similar_came(self, found: tuple[tuple[SimilarRow, ...], list[int]]) -> None:
        rows, self.ids = found
        words = "" if rows else tr("The atlas has no other lesion to compare with.")
        self._show_rows(rows, words)
        self._thumbnails.want([row.path for row in rows])
        self.changed.emit()

    def _show_rows(self, rows: tuple[SimilarRow, ...], words: str) -> None:
        panel = self._view.panel
        self.ids = self.ids if rows else []
        panel.rows.set_rows(rows)
        panel.similar.setVisible(bool(rows))
        panel.nothing.setText(words)
        panel.nothing.setVisible(bool(words) and self._atlas is not None and self._atlas.searchable)

    def _show_missing(self, path: Path, error: ImageError) -> None:
        del error  # a row has room for few words
        self._view.panel.rows.show_thumbnail(path, None, missing=tr(MISSING))

    def _open_similar(self, row: int) -> None:
        if self._atlas is not None and row < len(self.ids):
            self.show(self._atlas, self.ids[row])

    def _run(
        self,
        work: Callable[[], _T],
        done: Callable[[_T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Have something done for the item that is shown; for another it is dropped."""
        number = self._number
        self._awaited += 1

        def came(deliver: Callable[[], None]) -> None:
            self._awaited -= 1
            if number == self._number:
                deliver()

        self._background.run(
            work,
            done=lambda value: came(partial(done, value)),
            failed=lambda error: came(partial(failed, error)),
        )


def _read(path: Path) -> tuple[QImage, Picture]:
    picture = read_bounded(path)
    return to_qimage(picture.pixels), picture
