"""What the actions do that say how answers are to be read, and what the menus offer for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from core.report.trust_details import operating_point_name
from core.wording import percent
from desktop.engine.status import EngineState, EngineStatus
from desktop.language.words import mark, tr
from desktop.shell.actions import deaf
from desktop.shell.case_mix import CaseMixQuestion
from desktop.shell.choice_menu import Choice, ChoiceMenu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from core.model import Card
    from core.trust.rules import OperatingPoint
    from desktop.engine.bridge import EngineBridge
    from desktop.look.reading import Reading
    from desktop.shell.actions import Handler
    from desktop.shell.dialogs import Dialogs

NO_FIT: Final = mark(
    "The case mix that you stated is not about the classes of this model, so its probabilities "
    "stand as calibrated. State it anew under Model, Case mix."
)


class ReadingCommands(QObject):
    """Handlers, and the submenu of the operating points that the model's card offers.

    Parameters
    ----------
    window : QWidget
        Owns the submenu.
    reading : Reading
        What is changed.
    engine : EngineBridge
        Knows the model.
    dialogs : Dialogs
        Asks the user.
    """

    said = Signal(str)
    """A sentence that the user should read."""

    def __init__(
        self, window: QWidget, *, reading: Reading, engine: EngineBridge, dialogs: Dialogs
    ) -> None:
        super().__init__(window)
        self._reading = reading
        self._engine = engine
        self._dialogs = dialogs
        self._card: Card | None = None
        self.operating_points = ChoiceMenu(tr("Operating poin&t"), window)
        self.operating_points.chosen.connect(reading.choose_operating_point)
        engine.status_changed.connect(self._on_status)

    def handlers(self) -> Mapping[str, Handler]:
        """Map each action to what it does."""
        return deaf({"case_mix": self._ask_for_case_mix})

    def _on_status(self, status: EngineStatus) -> None:
        if status.state is not EngineState.READY or status.card is self._card:
            return
        self._card = card = status.card
        if card is None:
            return
        points = card.trust.operating_points if card.trust is not None else ()
        chosen = self._reading.interpretation(card).operating_point
        self.operating_points.show_choices(map(_choice, points), chosen=chosen)
        if not self._reading.fits(card):
            self.said.emit(tr(NO_FIT))

    def _ask_for_case_mix(self) -> None:
        card = self._engine.status.card
        if card is None or card.trust is None:
            return
        names = {entry.code: entry.shown_name for entry in card.classes}
        stated = self._reading.case_mix if self._reading.fits(card) else None
        question = CaseMixQuestion(names, card.trust.prevalence, stated)
        answer = self._dialogs.case_mix(question)
        if answer is not None:
            self._reading.state_case_mix(answer.shares)


def _choice(point: OperatingPoint) -> Choice:
    measured = tr(
        "Measured: {found} of malignant lesions recognised, {passed} of benign ones passed",
        found=percent(point.sensitivity),
        passed=percent(point.specificity),
    )
    return Choice(point.name, operating_point_name(point.name), measured)
