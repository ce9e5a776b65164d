"""What journeys do in the place Atlas."""

from __future__ import annotations

from core.atlas.browse import Count, Facet
from desktop.atlas.filter_bar import Choice, FilterBar
from desktop.atlas.grid_model import GridModel
from desktop.atlas.grid_view import GridView
from desktop.atlas.place import AtlasPlace
from desktop.atlas.presenter import AtlasPresenter
from tests.desktop.windows import Window


class Browsing:
    """The place, and what is done in it."""

    def __init__(self, window: Window) -> None:
        self.window = window
        part = window.app.atlas
        assert part.place is not None
        assert part.model is not None
        assert part.presenter is not None
        self.place: AtlasPlace = part.place
        self.model: GridModel = part.model
        self.presenter: AtlasPresenter = part.presenter

    @property
    def view(self) -> GridView:
        return self.place.view

    @property
    def bar(self) -> FilterBar:
        return self.place.filter_bar

    @property
    def ids(self) -> list[int]:
        return [self.model.id_at(row) for row in range(len(self.model))]

    def settle(self) -> None:
        self.window.bot.waitUntil(
            lambda: self.presenter.atlas is not None and self.presenter.settled
        )

    def choose(self, facet: Facet, value: str | None) -> None:
        box = self.bar.facets[facet]
        box.choose(next(one for one in counts_of(box) if one.value == value))
        self.settle()


def counts_of(box: Choice) -> list[Count]:
    values = [box.value_at(place) for place in range(box.count())]
    return [one for one in values if isinstance(one, Count)]
