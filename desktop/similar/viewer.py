"""Opens the large view of a labelled image, and steps through the others in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.errors import ImageError
from desktop.look.pictures import read_bounded
from desktop.look.thumbnails import to_qimage
from desktop.similar.large import SimilarDialog

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from desktop.look.entries import ImageEntry, Source
    from desktop.look.pictures import PictureStore
    from desktop.shell.background import Background
    from desktop.similar.body import SimilarBody


class SimilarViewer(QObject):
    """Shows labelled images large, one at a time.

    Parameters
    ----------
    window : QWidget
        Owns the dialog.
    body : SimilarBody
        What can be stepped through, and whose images these are.
    pictures : PictureStore
        Has the picture that is looked at.
    background : Background
        Where pictures are read.
    """

    def __init__(
        self,
        window: QWidget,
        body: SimilarBody,
        *,
        pictures: PictureStore,
        background: Background,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._body = body
        self._rows = body.rows
        self._pictures = pictures
        self._background = background
        self._dialog: SimilarDialog | None = None
        self._place = 0

    @property
    def dialog(self) -> SimilarDialog | None:
        """The dialog while it is open."""
        return self._dialog

    def open(self, entry: ImageEntry, place: int) -> None:
        """Show a labelled image beside the one that is looked at."""
        dialog = self._dialog = SimilarDialog(self._window)
        dialog.stepped.connect(self._step)
        dialog.finished.connect(self._forget)
        dialog.show_own(name=entry.name, finding=entry.finding_name, picture=None)
        self._read_own(entry, dialog)
        self._show(place)
        dialog.open()

    def _step(self, step: int) -> None:
        if 0 <= self._place + step < len(self._rows):
            self._show(self._place + step)

    def _show(self, place: int) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        self._place = place
        row = self._rows[place]
        dialog.show_row(row, place=place, count=len(self._rows), notes=self._body.notes)
        self._background.run(
            lambda: _read(row.path),
            done=lambda image: self._came(row.path, image),
            failed=lambda error: self._failed(row.path, error),
        )

    def _read_own(self, entry: ImageEntry, dialog: SimilarDialog) -> None:
        picture = self._pictures.get(entry.id)

        def came(image: QImage) -> None:
            if self._dialog is dialog:
                dialog.show_own(name=entry.name, finding=entry.finding_name, picture=image)

        if picture is not None:
            self._background.run(lambda: to_qimage(picture.pixels), done=came)
        else:
            self._background.run(lambda: _read(entry.source), done=came, failed=_pass_over)

    def _came(self, path: Path, image: QImage) -> None:
        if self._is_shown(path) and self._dialog is not None:
            self._dialog.show_picture(image)

    def _failed(self, path: Path, error: Exception) -> None:
        if not isinstance(error, ImageError):
            raise error
        if self._is_shown(path) and self._dialog is not None:
            self._dialog.show_picture(None, missing=error.message)

    def _is_shown(self, path: Path) -> bool:
        return self._place < len(self._rows) and self._rows[self._place].path == path

    def _forget(self) -> None:
        self._dialog = None


def _read(source: Source) -> QImage:
    return to_qimage(read_bounded(source).pixels)


def _pass_over(error: Exception) -> None:
    """Leave the place empty: the panel says what is wrong with the image that is looked at."""
    if not isinstance(error, ImageError):
        raise error
