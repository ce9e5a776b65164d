"""Puts the comparison together when it is first wanted, and leads into it and out of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from desktop.shell.action_spec import Need
from desktop.shell.places import Place

if TYPE_CHECKING:
    from desktop.compare.presenter import ComparePresenter
    from desktop.compare.view import CompareView
    from desktop.look.place import LookPlace
    from desktop.look.session import Session
    from desktop.look.state import LookState
    from desktop.shell.actions import Actions, Handler
    from desktop.shell.background import Background
    from desktop.shell.places import Places

_ZOOMS: Final = ("zoom_in", "zoom_out", "fit", "actual_size")
_LEAST, _MOST = 2, 4


class ComparePart(QObject):
    """Everything behind the comparison; a window in which nobody compares has nothing of it.

    Parameters
    ----------
    place : LookPlace
        Where it is seen.
    places, actions, session, state, background
        What it works with.
    """

    facts_changed = Signal()
    """What makes sense now may have changed: see `facts`."""

    def __init__(
        self,
        place: LookPlace,
        *,
        places: Places,
        actions: Actions,
        session: Session,
        state: LookState,
        background: Background,
    ) -> None:
        super().__init__(place)
        self.view: CompareView | None = None
        self.presenter: ComparePresenter | None = None
        self._place = place
        self._places = places
        self._actions = actions
        self._session = session
        self._state = state
        self._background = background
        place.escaped.connect(self.leave)
        state.image_changed.connect(self._leave_nothing)
        place.filmstrip.choice_changed.connect(self._follow)

    @property
    def images(self) -> tuple[int, ...]:
        """Ids of the images that are compared; none while nothing is."""
        return () if self.presenter is None else self.presenter.images

    @property
    def comparing(self) -> bool:
        """Whether images are compared."""
        return bool(self.images)

    def facts(self) -> Need:
        """Tell what can be done: zooming, also while the current image cannot be read."""
        if self.view is None or not self.comparing:
            return Need.NOTHING
        seen = any(
            cell.picture.has_picture for cell in self.view.cells if cell.isVisibleTo(self.view)
        )
        return Need.ZOOMABLE if seen else Need.NOTHING

    def handlers(self, elsewhere: Mapping[str, Handler]) -> Mapping[str, Handler]:
        """Map each action to what it does; zooming to what it does `elsewhere` as well."""
        zooms = {name: partial(self._zoom, name, elsewhere[name]) for name in _ZOOMS}
        return {"compare": self._set_comparing, **zooms}

    def compare(self, images: list[int]) -> None:
        """Show these beside each other."""
        self._furnish()
        self._compare(images)
        self._place.filmstrip.choose(images)

    def leave(self) -> None:
        """Go back to one image."""
        if self.presenter is not None and self.comparing:
            self.presenter.show(())
            self._place.show_beside(None)
            self._place.filmstrip.choose([self._state.image])
            self._place.picture.setFocus()
        self._actions.check("compare", checked=False)
        self.facts_changed.emit()

    def _set_comparing(self, on: bool) -> None:  # noqa: FBT001  # a handler of an action
        if not on:
            self.leave()
            return
        images = self._chosen()
        if len(images) < _LEAST:
            self._actions.check("compare", checked=False)
            return
        self.compare(images)
        if self.view is not None:
            self.view.cells[0].picture.setFocus()

    def _chosen(self) -> list[int]:
        """Return the images that are chosen, at most four; with one, its neighbour as well."""
        chosen = self._place.filmstrip.chosen_images
        if len(chosen) >= _LEAST or self._state.image is None:
            return chosen[:_MOST]
        images = self._session.images
        row = images.row_of(self._state.image)
        first = row if row + 1 < len(images) else row - 1
        return [images[at].id for at in (first, first + 1) if 0 <= at < len(images)]

    def _follow(self) -> None:
        """Compare what is chosen by now; with one image left, look at it alone."""
        if not self.comparing:
            return
        chosen = self._place.filmstrip.chosen_images[:_MOST]
        if len(chosen) < _LEAST:
            self.leave()
        else:
            self._compare(chosen)

    def _compare(self, images: list[int]) -> None:
        if self.presenter is not None:
            self.presenter.show(images)
            self._place.show_beside(self.view)
            self._actions.check("compare")
            self.facts_changed.emit()

    def _leave_nothing(self) -> None:
        if self._state.image is None:
            self.leave()

    def _furnish(self) -> None:
        if self.view is not None:
            return
        from desktop.compare.presenter import ComparePresenter
        from desktop.compare.view import CompareView

        self.view = CompareView(self._actions["compare"])
        self.presenter = ComparePresenter(
            self.view, session=self._session, state=self._state, background=self._background
        )
        self.presenter.pictured.connect(self.facts_changed)

    def _zoom(self, name: str, elsewhere: Handler, checked: bool) -> None:  # noqa: FBT001 - as Handler has it
        """Zoom what is seen."""
        if self.view is None or not self.comparing or self._places.current is not Place.LOOK:
            elsewhere(checked)
            return
        pictures = [cell.picture for cell in self.view.cells if cell.isVisible()]
        picture = next((one for one in pictures if one.has_picture), pictures[0])
        zoom: Callable[[], None] = getattr(picture, name)
        zoom()
