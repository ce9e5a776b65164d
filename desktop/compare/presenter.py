"""Shows the chosen images, their findings and heat maps, and keeps up with what changes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import ImageError
from core.report.trust_words import trust_line
from desktop.look.heat_layer import HeatLayer, HeatRequest, make_heat_layer
from desktop.look.thumbnails import to_qimage
from desktop.look.words import caption, contrasted, images_words

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from core.images import Picture
    from desktop.compare.view import CompareCell, CompareView
    from desktop.look.entries import ImageEntry
    from desktop.look.session import Session
    from desktop.look.state import LookState
    from desktop.shell.background import Background


class ComparePresenter(QObject):
    """Fills the cells; what comes too late is dropped.

    Parameters
    ----------
    view : CompareView
        The widgets.
    session, state, background
        What is shown, how heat is shown, and where pictures are prepared.
    """

    pictured = Signal()
    """A cell has its picture."""

    def __init__(
        self, view: CompareView, *, session: Session, state: LookState, background: Background
    ) -> None:
        super().__init__(view)
        self._view = view
        self._session = session
        self._state = state
        self._background = background
        self._images: tuple[int, ...] = ()
        self._pictured: dict[int, int] = {}
        self._heated: dict[int, HeatRequest] = {}
        session.changed.connect(self._on_news)
        state.heat_changed.connect(self._show_heat)
        state.class_changed.connect(self._show_heat)

    @property
    def images(self) -> tuple[int, ...]:
        """Ids of the images that are compared; none while nothing is."""
        return self._images

    def show(self, images: Sequence[int]) -> None:
        """Compare images, or none any more."""
        if tuple(images) == self._images:
            return
        self._images = tuple(images)
        self._pictured.clear()
        self._heated.clear()
        if images:
            self._view.arrange(len(images), images_words(len(images)))
        for number, image in enumerate(images):
            cell = self._view.cells[number]
            cell.show_picture(None, full_width=0)
            cell.legend.show_scale(None)
            self._show(number, image)

    def _on_news(self, image: int) -> None:
        if image in self._images:
            self._show(self._images.index(image), image)

    def _show_heat(self) -> None:
        for number, image in enumerate(self._images):
            self._show(number, image)

    def _show(self, number: int, image: int) -> None:
        entry, cell = self._session.images.get(image), self._view.cells[number]
        if entry is None:
            return
        cell.show_words(name=entry.name, finding=caption(entry), trust=_trust(entry))
        visible = self._state.heat_visible
        cell.picture.set_heat(visible=visible, opacity=self._state.opacity / 100)
        cell.legend.setVisible(visible and entry.analysis is not None)
        cell.legend.set_opacity(self._state.opacity / 100)
        self._want_picture(number, entry)
        self._want_heat(number, entry)

    def _want_picture(self, number: int, entry: ImageEntry) -> None:
        if self._pictured.get(number) == entry.id:
            return
        picture = self._session.pictures.get(entry.id)
        if picture is None and isinstance(entry.error, ImageError):
            self._view.cells[number].picture.show_words(entry.error.message)
            return  # reading it anew would say the same
        if picture is None:
            self._session.pictures.ask(entry.id, entry.source)
            return
        self._pictured[number] = entry.id
        self._background.run(
            lambda: to_qimage(picture.pixels),
            done=partial(self._picture_came, number, entry.id, picture),
        )

    def _picture_came(self, number: int, image: int, picture: Picture, shown: QImage) -> None:
        if self._pictured.get(number) == image:
            cell = self._view.cells[number]
            cell.show_picture(shown, full_width=picture.record.width)
            self.pictured.emit()
            self._heated.pop(number, None)
            self._show(number, image)

    def _want_heat(self, number: int, entry: ImageEntry) -> None:
        """Have Grad-CAM's map coloured, which every analysis brings along."""
        analysis, card = entry.analysis, entry.card
        if analysis is None or card is None:
            return
        request = HeatRequest(
            image=entry.id,
            code=self._state.class_of(entry.id, finding=analysis.finding),
            colours=str(self._state.colours),
            model=analysis.model.sha256,
        )
        if self._heated.get(number) != request:
            self._heated[number] = request
            self._background.run(
                lambda: make_heat_layer(analysis, card, request),
                done=partial(self._heat_came, number, entry),
            )

    def _heat_came(self, number: int, entry: ImageEntry, layer: HeatLayer) -> None:
        if self._heated.get(number) != layer.request or entry.card is None:
            return
        cell: CompareCell = self._view.cells[number]
        cell.picture.show_heat(layer.picture)
        name = contrasted(entry.card, layer.request.code, None)
        cell.legend.show_scale(layer, name=name)


def _trust(entry: ImageEntry) -> str:
    """Say how far the finding can be believed, or why there is none."""
    if entry.error is not None:
        return entry.error.message
    if entry.analysis is None or entry.card is None:
        return ""
    line = trust_line(entry.analysis, entry.card)
    return "" if line is None else line.words
