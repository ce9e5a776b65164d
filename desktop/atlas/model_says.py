"""Asks the model about a labelled image: its finding and its heat map, for whoever wants to see."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.report.trust_words import is_novel, trust_line
from core.trust.patient import Patient
from core.wording import percent
from desktop.language.words import tr
from desktop.look.heat_layer import HeatLayer, HeatRequest, make_heat_layer
from desktop.look.words import UNLIKE, contrasted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from core.errors import LentigoError
    from core.model import Card
    from core.results import Analysis
    from desktop.engine.bridge import EngineBridge
    from desktop.look.reading import Reading
    from desktop.look.state import LookState
    from desktop.shell.background import Background

_URGENT = 1
_LEAST = 0.01


@dataclass(frozen=True, slots=True)
class Said:
    """What the model says.

    Parameters
    ----------
    words : str
        Its finding, how far that can be trusted, and all probabilities.
    short : str
        Its finding in a line.
    name : str
        Of the class that the heat map explains.
    layer : HeatLayer
        The heat map.
    probabilities : mapping of str to float
        Of each class, by its code; empty where the image is like nothing that the model knows.
    """

    words: str
    short: str
    name: str
    layer: HeatLayer
    probabilities: Mapping[str, float]


class ModelSays(QObject):
    """One question at a time; what comes too late is dropped.

    Parameters
    ----------
    parent : QObject
        As for any QObject.
    engine, reading, state, background
        Who answers, how that is read, in which colours, and where it is prepared.
    """

    came = Signal(object)
    """Said."""
    failed = Signal(str)
    """Why there is no answer."""

    def __init__(
        self,
        parent: QObject,
        *,
        engine: EngineBridge,
        reading: Reading,
        state: LookState,
        background: Background,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._reading = reading
        self._state = state
        self._background = background
        self._job: int | None = None
        engine.done.connect(self._done)
        engine.failed.connect(self._failed)
        engine.stopped.connect(self._stopped)

    @property
    def asking(self) -> bool:
        """Whether an answer is awaited."""
        return self._job is not None

    def ask(self, path: Path) -> None:
        """Ask about an image."""
        self.drop()
        self._job = next(self._engine.numbers)
        self._engine.submit(path, job=self._job, priority=_URGENT)

    def drop(self) -> None:
        """Wait no longer."""
        job, self._job = self._job, None
        if job is not None:
            self._engine.cancel(job)

    def _done(self, job: int, analysis: Analysis) -> None:
        card = self._engine.status.card
        if job != self._job or card is None:
            return
        read = self._reading.read(analysis, card, patient=Patient())
        self._background.run(
            partial(_said, read, card, str(self._state.colours)),
            done=partial(self._came, job),
        )

    def _came(self, job: int, said: Said) -> None:
        if job == self._job:
            self._job = None
            self.came.emit(said)

    def _failed(self, job: int, error: LentigoError) -> None:
        if job == self._job:
            self._job = None
            self.failed.emit(error.message)

    def _stopped(self) -> None:
        if self._job is not None:
            self._job = None
            self.failed.emit(tr("This was cancelled."))


def _said(analysis: Analysis, card: Card, colours: str) -> Said:
    """In a background thread."""
    request = HeatRequest(
        image=0, code=analysis.finding, colours=colours, model=analysis.model.sha256
    )
    line = trust_line(analysis, card)
    ranked = sorted(analysis.probabilities.items(), key=lambda pair: -pair[1])
    classes = [
        tr("{name} {percent}", name=card.entry(code).shown_name, percent=percent(value))
        for code, value in ranked
        if value >= _LEAST
    ]
    parts = [] if line is None else [line.words]
    novel = is_novel(analysis)
    if not novel:
        parts = ["\n".join(classes), *parts]
    return Said(
        "\n".join(parts),
        tr(UNLIKE) if is_novel(analysis) else tr("The model: {finding}", finding=classes[0]),
        contrasted(card, analysis.finding, None),
        make_heat_layer(analysis, card, request),
        {} if novel else dict(analysis.probabilities),
    )
