"""What is seen in the place of the grid: one item large, or several beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.atlas.beside import MOST, Beside
from desktop.atlas.beside_says import BesideSays
from desktop.atlas.large_presenter import LargePresenter
from desktop.atlas.large_view import LargeView
from desktop.compare.view import CompareView
from desktop.language.words import tr
from desktop.shell.action_spec import Need

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop.atlas.grid_model import GridModel
    from desktop.atlas.model_says import ModelSays, Said
    from desktop.atlas.place import AtlasPlace
    from desktop.atlas.presenter import AtlasPresenter
    from desktop.look.state import LookState
    from desktop.shell.actions import Actions
    from desktop.shell.background import Background


class AtlasPages(QObject):
    """Leads from the grid to these pages and back.

    Parameters
    ----------
    place : AtlasPlace
        Where they are seen.
    presenter : AtlasPresenter
        Of the grid.
    model : GridModel
        Of the grid.
    actions : Actions
        Lead back, to a comparison, and to what the model says.
    make_says : callable
        Makes what asks the model about an image, for its owner.
    state : LookState
        How strong heat is shown.
    background : Background
        Where everything is read.
    """

    facts_changed = Signal()

    def __init__(
        self,
        place: AtlasPlace,
        *,
        presenter: AtlasPresenter,
        model: GridModel,
        actions: Actions,
        make_says: Callable[[QObject], ModelSays],
        state: LookState,
        background: Background,
    ) -> None:
        super().__init__(place)
        self._place = place
        self._grid = presenter
        self._model = model
        self._actions = actions
        says = self._says = make_says(self)
        self._state = state
        back = actions["atlas_back"]
        self.large = LargeView(
            back=back,
            favourite=actions["atlas_favourite"],
            compare=actions["atlas_compare"],
            model=actions["atlas_model"],
        )
        self.comparison = CompareView(
            back, back=tr("Back to the grid"), toggle=actions["atlas_model"]
        )
        self.presenter = LargePresenter(
            self.large, model=model, thumbnails=presenter.filler.thumbnails, background=background
        )
        beside_says = BesideSays(self.comparison, make_says=make_says, state=state)
        self.beside = Beside(self.comparison, says=beside_says, background=background)
        for page in (self.large, self.comparison):
            place.add_page(page)
        place.view.opened.connect(self.open)
        place.escaped.connect(self.back)
        place.zoomed.connect(self._zoom)
        self.presenter.changed.connect(self._on_change)
        says.came.connect(self._show_said)
        says.failed.connect(self.large.panel.show_said)

    @property
    def settled(self) -> bool:
        """Whether all that is seen has come."""
        return self.presenter.settled and self.beside.settled and not self._says.asking

    def facts(self) -> Need:
        """Tell what is there for actions to work on."""
        facts = Need.NOTHING if self._grid.atlas is None else Need.ATLAS
        if self._place.page is self.large:
            several = Need.LABELLED_SEVERAL if self.presenter.ids else Need.NOTHING
            return facts | Need.LABELLED | Need.LABELLED_SEEN | Need.OFF_GRID | several
        if self._place.page is self.comparison:
            return facts | Need.LABELLED_SEEN | Need.OFF_GRID
        chosen = self._place.view.chosen_count if self._place.browsing else 0
        facts |= Need.LABELLED if chosen else Need.NOTHING
        return facts | Need.LABELLED_SEVERAL if chosen > 1 else facts

    def open(self, row: int) -> None:
        """Show an item of the grid large."""
        atlas = self._grid.atlas
        if atlas is not None:
            self._place.show_page(self.large)
            self.presenter.show(atlas, self._model.id_at(row))
            self.large.picture.setFocus()

    def open_chosen(self) -> None:
        """Show the first chosen item large."""
        chosen = self._place.view.chosen
        if chosen and self._place.browsing:
            self.open(chosen[0])

    def compare(self) -> None:
        """Set the chosen items beside each other, or the large one and those that are like it."""
        content = self.presenter.content
        if self._place.page is self.large and content is not None:
            self._compare([content.item.id, *self.presenter.ids[: MOST - 1]])
        else:
            self._compare([self._model.id_at(row) for row in self._place.view.chosen[:MOST]])

    def back(self) -> None:
        """Go back to where the user came from: to the large view, or to the grid."""
        came_from = self.presenter.content
        if self._place.page is self.comparison and came_from is not None:
            self._hide_said()
            self._place.show_page(self.large)
            self.large.picture.setFocus()
        else:
            self.leave()
        self.facts_changed.emit()

    def ask_model(self, *, wanted: bool) -> None:
        """Show what the model says, or hide it."""
        content, panel = self.presenter.content, self.large.panel
        if self._place.page is self.comparison:
            self.beside.says.set_wanted(wanted=wanted)
        elif wanted and content is not None:
            panel.show_said(tr("Asking the model…"))
            self._says.ask(content.cell.path)
        else:
            self._hide_said()

    @property
    def count(self) -> int:
        """How many items `numbers` would give."""
        large = self._place.page is self.large
        return len(self.numbers()) if large else self._place.view.chosen_count

    def numbers(self) -> list[int]:
        """Return the items that are chosen: the large one, or those in the grid."""
        if self._place.page is self.large:
            content = self.presenter.content
            return [] if content is None else [content.item.id]
        return [self._model.id_at(row) for row in self._place.view.chosen]

    def paths(self) -> list[Path]:
        """Return the files of what is chosen: of the large one, or in the grid."""
        if self._place.page is self.large:
            content = self.presenter.content
            return [] if content is None else [content.cell.path]
        cells = [self._model.cell(row) for row in self._place.view.chosen]
        return [cell.path for cell in cells if cell is not None]

    def _zoom(self, name: str) -> None:
        """Zoom what is seen; pictures beside each other follow the first that is there."""
        beside = self._place.page is self.comparison
        pictures = [one.picture for one in self.comparison.cells if one.picture.has_picture]
        for picture in pictures[:1] if beside else [self.large.picture]:
            getattr(picture, name)()

    def _compare(self, numbers: Sequence[int]) -> None:
        if self._grid.atlas is not None:
            self._hide_said()
            self._place.show_page(self.comparison)
            self.beside.show(self._grid.atlas, numbers)
            self.comparison.cells[0].picture.setFocus()
            self.facts_changed.emit()

    def leave(self) -> None:
        """Go back to the grid, from whatever is seen in its place."""
        content = self.presenter.content
        row = None if content is None else self._model.row_of(content.item.id)
        self.presenter.leave()
        self._hide_said()
        self._place.show_page(None)
        if row is not None:
            self._place.view.setCurrentIndex(self._model.index(row))
        self._place.view.setFocus()
        self._grid.filler.fill()

    def _on_change(self) -> None:
        if self.presenter.content is None:  # another: what the model says of it is hidden again
            self._hide_said()
        self.facts_changed.emit()

    def _hide_said(self) -> None:
        self._says.drop()
        self.beside.says.forget()
        self._actions.check("atlas_model", checked=False)
        self.large.panel.show_said("")
        self.large.picture.show_heat(None)
        self.large.legend.hide()

    def _show_said(self, said: Said) -> None:
        self.large.panel.show_said(said.words)
        self.large.picture.show_heat(said.layer.picture)
        self.large.picture.set_heat(visible=True, opacity=self._state.opacity / 100)
        self.large.legend.show_scale(said.layer, name=said.name)
        self.large.legend.set_opacity(self._state.opacity / 100)
        self.large.legend.show()
