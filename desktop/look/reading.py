"""How answers are read: for which case mix, and above which malignant total the answer is yes.

Nothing of it needs the network again, so a change shows at once; see `desktop.look.rereading`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from core.model import Card
    from core.results import Analysis
    from core.trust.interpretation import Interpretation
    from core.trust.patient import Patient
    from desktop.shell.settings import SettingsStore


class Reading(QObject):
    """The user's choices, remembered as settings, and their use.

    Parameters
    ----------
    settings : SettingsStore
        Remembers.
    parent : QObject, optional
        As for any QObject.
    """

    changed = Signal()

    def __init__(self, settings: SettingsStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._fitted: tuple[Card, Interpretation] | None = None  # found out once for many images

    @property
    def case_mix(self) -> Mapping[str, float] | None:
        """Stated share of each class, by its code, 0 to 1; None where none is stated."""
        from core.trust.prevalence import parse_shares

        words = self._settings.current.case_mix
        return parse_shares(words) if words else None

    def choose_operating_point(self, name: str) -> None:
        """Decide "malignant?" at another operating point."""
        self._change(operating_point=name)

    def state_case_mix(self, shares: Mapping[str, float] | None) -> None:
        """Re-weight probabilities to a case mix, or leave them as they were calibrated."""
        from core.trust.prevalence import shares_text

        self._change(case_mix=shares_text(shares) if shares else "")

    def interpretation(self, card: Card) -> Interpretation:
        """Return the choices as far as they fit a model."""
        from core.trust.interpretation import Interpretation

        if self._fitted is None or self._fitted[0] is not card:
            prevalence = self.case_mix if self.fits(card) else None
            self._fitted = card, Interpretation(prevalence, self._operating_point(card))
        return self._fitted[1]

    def fits(self, card: Card) -> bool:
        """Whether the stated case mix, if any, is about the classes of a model."""
        from core.errors import UsageError
        from core.trust.interpretation import Interpretation

        try:
            Interpretation(self.case_mix).require_fit(card.trust, codes=card.codes)
        except UsageError:
            return False
        return True

    def read(self, analysis: Analysis, card: Card, *, patient: Patient) -> Analysis:
        """Read an analysis as the user wants it, of whom the user says."""
        from core.model.conclusion import interpret

        wanted = replace(self.interpretation(card), patient=patient)
        try:
            return interpret(analysis, card, wanted)
        except ValueError:  # nothing that the case mix allows is possible in this picture
            return interpret(analysis, card, replace(wanted, prevalence=None))

    def _change(self, **values: str) -> None:
        self._settings.change(**values)
        self._fitted = None
        self.changed.emit()

    def _operating_point(self, card: Card) -> str:
        """Return the chosen one; where the card has none of its name, the default or the first."""
        from core.trust.interpretation import DEFAULT_OPERATING_POINT

        offered = [] if card.trust is None else [one.name for one in card.trust.operating_points]
        for name in (self._settings.current.operating_point, DEFAULT_OPERATING_POINT, *offered):
            if name in offered:
                return name
        return DEFAULT_OPERATING_POINT
