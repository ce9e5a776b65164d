"""Carries the heat map of the chosen class to the picture, and its scale to the legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.look.heat_layer import HeatLayer, HeatRequest, make_heat_layer

if TYPE_CHECKING:
    from desktop.look.entries import ImageEntry
    from desktop.look.picture_view import PictureView
    from desktop.look.state import LookState
    from desktop.look.tools import PictureTools
    from desktop.shell.background import Background


class HeatPresenter(QObject):
    """Has heat maps made in the background; one that comes too late is dropped.

    Parameters
    ----------
    picture, tools
        The widgets that show them.
    state : LookState
        How heat is shown.
    background : Background
        Where they are made.
    """

    def __init__(
        self,
        picture: PictureView,
        tools: PictureTools,
        *,
        state: LookState,
        background: Background,
    ) -> None:
        super().__init__(picture)
        self._picture = picture
        self._tools = tools
        self._state = state
        self._background = background
        self._entry: ImageEntry | None = None
        self._code: str | None = None
        self._wanted: HeatRequest | None = None
        self._there = True
        state.heat_changed.connect(self._show_options)
        tools.opacity_moved.connect(state.set_opacity)
        self._show_options()

    @property
    def settled(self) -> bool:
        """Whether the heat map that was asked for is shown."""
        return self._there

    def show(self, entry: ImageEntry | None, code: str | None) -> None:
        """Show the heat map of a class, over the picture that is shown; or none."""
        self._entry, self._code = entry, code
        request = None
        if entry is not None and code is not None:
            request = HeatRequest(entry.id, code, str(self._state.colours))
        if request != self._wanted:
            self._wanted = request
            self._make()

    def _make(self) -> None:
        entry, request = self._entry, self._wanted
        self._there = request is None
        if request is None or entry is None or entry.analysis is None or entry.card is None:
            self._picture.show_heat(None)
            self._tools.legend.show_scale(None)
            return
        analysis, card = entry.analysis, entry.card
        self._background.run(
            lambda: make_heat_layer(analysis, card, request), done=self._layer_ready
        )

    def _layer_ready(self, layer: HeatLayer) -> None:
        entry = self._entry
        if layer.request != self._wanted or entry is None or entry.card is None:
            return  # too late
        self._there = True
        self._picture.show_heat(layer.picture)
        name = entry.card.entry(layer.request.code).name
        self._tools.legend.show_scale(layer, name=name)

    def _show_options(self) -> None:
        state = self._state
        self._picture.set_heat(visible=state.heat_visible, opacity=state.opacity / 100)
        self._tools.show_heat_options(
            opacity=state.opacity, colours=state.colours, enabled=state.heat_visible
        )
        self.show(self._entry, self._code)
