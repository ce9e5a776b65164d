"""The heat maps of the slower methods: asked for once, kept, and at hand when wanted again."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from desktop.look.asking import Asking

if TYPE_CHECKING:
    from core.errors import LentigoError
    from core.explain.methods import RawMap
    from core.images import Picture
    from desktop.engine.bridge import EngineBridge
    from desktop.look.heat_layer import HeatRequest

_MOST: Final = 256
"""So many are kept: with the largest, of a value for each pixel that the network sees, 20 MB."""


class HeatMaps(QObject):
    """Maps by what was asked: image, model, class, the class it is set against, and method.

    Parameters
    ----------
    engine : EngineBridge
        Computes them.
    parent : QObject, optional
        As for any QObject.
    """

    arrived = Signal()
    failed = Signal(str)
    """Why the map that was wanted cannot be had."""

    def __init__(self, engine: EngineBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asking = Asking(engine, self)
        self._kept: OrderedDict[HeatRequest, RawMap] = OrderedDict()
        self.asking.answered.connect(self._keep)
        self.asking.failed.connect(self._say)

    def get(self, request: HeatRequest) -> RawMap | None:
        """Return a map that is at hand, in whatever colours."""
        key = request.plain
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def ask(self, request: HeatRequest, picture: Picture) -> None:
        """Have a map computed; what was asked for before is wanted no longer."""
        from core.engine.questions import Why
        from core.explain.methods import Method

        question = Why(Method(request.method), request.code, request.versus)
        self.asking.ask(request.plain, picture, question)

    def _keep(self, key: HeatRequest, heat: RawMap) -> None:
        self._kept[key] = heat
        while len(self._kept) > _MOST:
            self._kept.popitem(last=False)
        self.arrived.emit()

    def _say(self, key: HeatRequest, error: LentigoError) -> None:
        del key
        self.failed.emit(error.message)
