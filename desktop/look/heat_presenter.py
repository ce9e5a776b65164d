"""Carries the heat map of the chosen class to the picture, and its scale to the legend.

Grad-CAM comes with every analysis and is shown at once. Another method's map is asked of the
engine; until it comes, and where it cannot come, Grad-CAM's is shown, and the legend says so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.language.words import tr
from desktop.look.heat_layer import HeatLayer, HeatRequest, make_heat_layer
from desktop.look.heat_maps import HeatMaps
from desktop.look.words import contrasted
from desktop.shell.wishes import METHOD_NAMES, HeatMethod

if TYPE_CHECKING:
    from core.images import Picture
    from core.report.overlay import Explanation
    from desktop.engine.bridge import EngineBridge
    from desktop.look.entries import ImageEntry
    from desktop.look.picture_view import PictureView
    from desktop.look.state import LookState
    from desktop.look.tools import PictureTools
    from desktop.look.work_card import WorkCard
    from desktop.shell.background import Background


class HeatPresenter(QObject):
    """Has heat maps made in the background; one that comes too late is dropped.

    Parameters
    ----------
    picture, tools, card
        The widgets that show them, and how far the next one is.
    state : LookState
        How heat is shown.
    engine : EngineBridge
        Computes what Grad-CAM is not.
    background : Background
        Where they are coloured.
    """

    failed = Signal(str)
    """Why Grad-CAM is shown, and not what the user wanted."""
    working_changed = Signal()
    """Whether a map is being computed."""

    def __init__(
        self,
        picture: PictureView,
        tools: PictureTools,
        card: WorkCard,
        *,
        state: LookState,
        engine: EngineBridge,
        background: Background,
    ) -> None:
        super().__init__(picture)
        self._picture, self._tools, self._card = picture, tools, card
        self._state = state
        self._background = background
        self._maps = HeatMaps(engine, self)
        self._entry: ImageEntry | None = None
        self._pixels: Picture | None = None
        self._wanted: HeatRequest | None = None
        self._made: HeatRequest | None = None
        self._shown: HeatRequest | None = None
        self._told_working = False
        self._listen()
        self._show_options()

    @property
    def settled(self) -> bool:
        """Whether the heat map that was asked for is shown."""
        wanted = self._wanted if self._state.heat_visible else self._made
        return self._shown == wanted

    @property
    def working(self) -> bool:
        """Whether a heat map is being computed."""
        return self._maps.asking.about is not None

    @property
    def explanation(self) -> Explanation | None:
        """The map that is shown, where it is not Grad-CAM's."""
        heat = None if self._shown is None else self._maps.get(self._shown)
        if heat is None or self._shown is None:
            return None
        from core.explain.methods import Method
        from core.report.overlay import Explanation

        return Explanation(Method(self._shown.method), heat)

    def show(
        self,
        entry: ImageEntry | None,
        code: str | None,
        *,
        versus: str | None = None,
        picture: Picture | None = None,
    ) -> None:
        """Show the heat map of a class, over the picture that is shown; or none."""
        self._entry, self._pixels = entry, picture
        request = None
        if entry is not None and entry.analysis is not None and code is not None:
            request = HeatRequest(
                image=entry.id,
                model=entry.analysis.model.sha256,
                code=code,
                versus=versus,
                method=str(self._state.method),
                colours=str(self._state.colours),
            )
        self._wanted = request
        self._refresh()

    def _listen(self) -> None:
        self._state.heat_changed.connect(self._show_options)
        self._tools.opacity_moved.connect(self._state.set_opacity)
        self._maps.arrived.connect(self._refresh)
        self._maps.failed.connect(self._give_up)
        self._maps.asking.dropped.connect(self.stop)
        self._maps.asking.progressed.connect(self._card.show_progress)

    def stop(self) -> None:
        """Wait for no other map than Grad-CAM's."""
        self._state.set_method(HeatMethod.GRAD_CAM)

    def _give_up(self, reason: str) -> None:
        self.stop()
        self.failed.emit(tr("{reason} Grad-CAM is shown instead.", reason=reason))

    def _refresh(self) -> None:
        """Make what can be shown now, and ask for what cannot."""
        request = self._wanted
        if request is not None and not self._at_hand(request):
            request = replace(request, method=str(HeatMethod.GRAD_CAM))
        self._ask()
        if request != self._made:
            self._made = request
            self._make()

    def _at_hand(self, request: HeatRequest) -> bool:
        return request.method == HeatMethod.GRAD_CAM or self._maps.get(request) is not None

    def _ask(self) -> None:
        """Have computed what the user would see; nothing while heat is hidden."""
        wanted = self._wanted
        hidden = wanted is None or self._at_hand(wanted) or not self._state.heat_visible
        if wanted is None or self._pixels is None or hidden:
            self._maps.asking.drop()
            self._card.end()
        elif wanted.plain != self._maps.asking.about:
            self._maps.ask(wanted, self._pixels)
            self._card.show_work(
                tr(
                    "{method} for {name}",
                    method=METHOD_NAMES[self._state.method],
                    name=self._name(wanted),
                )
            )
        self._tell()

    def _tell(self) -> None:
        if self.working != self._told_working:
            self._told_working = self.working
            self.working_changed.emit()

    def _make(self) -> None:
        entry, request = self._entry, self._made
        if request is None or entry is None or entry.analysis is None or entry.card is None:
            self._shown = None
            self._picture.show_heat(None)
            self._tools.legend.show_scale(None)
            return
        analysis, card, heat = entry.analysis, entry.card, self._maps.get(request)
        self._background.run(
            lambda: make_heat_layer(analysis, card, request, heat), done=self._layer_ready
        )

    def _layer_ready(self, layer: HeatLayer) -> None:
        if layer.request != self._made:
            return  # too late
        self._shown = layer.request
        self._picture.show_heat(layer.picture)
        self._tools.legend.show_scale(layer, name=self._name(layer.request))

    def _name(self, request: HeatRequest) -> str:
        card = None if self._entry is None else self._entry.card
        return "" if card is None else contrasted(card, request.code, request.versus)

    def _show_options(self) -> None:
        state, entry, wanted = self._state, self._entry, self._wanted
        self._picture.set_heat(visible=state.heat_visible, opacity=state.opacity / 100)
        self._tools.show_heat_options(
            opacity=state.opacity,
            colours=state.colours,
            method=state.method,
            enabled=state.heat_visible,
        )
        code = None if wanted is None else wanted.code
        versus = None if wanted is None else wanted.versus
        self.show(entry, code, versus=versus, picture=self._pixels)
