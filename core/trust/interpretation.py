"""How a user wants answers read: for which case mix, at which operating point, of whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.errors import UsageError
from core.language import say
from core.trust.patient import Patient
from core.trust.rules import TrustRules

DEFAULT_OPERATING_POINT = "sensitivity_90"
NOT_STATED = Patient()


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What the user chooses or states; nothing of it needs another run of the network.

    Parameters
    ----------
    prevalence : mapping of str to float, optional
        Share of each class in the user's own case mix, by its code, 0 to 1; None keeps the case
        mix in which the model was calibrated.
    operating_point : str
        Name of the operating point that decides "malignant?".
    patient : Patient
        What is stated of this image, by which its evidence is narrowed.
    """

    prevalence: Mapping[str, float] | None = None
    operating_point: str = DEFAULT_OPERATING_POINT
    patient: Patient = NOT_STATED

    def require_fit(self, rules: TrustRules | None, *, codes: Sequence[str]) -> None:
        """Check that a model can be read this way.

        Parameters
        ----------
        rules : TrustRules, optional
            Of its card.
        codes : sequence of str
            Its class codes.

        Raises
        ------
        UsageError
            If its card does not tell in which case mix it was calibrated, a class has no share in
            the stated one, or nothing is possible in it; or if there is no such operating point
            and another than the default was asked for.
        """
        if self.prevalence is not None:
            self._require_prevalence(self.prevalence, rules, codes)
        points = () if rules is None else tuple(point.name for point in rules.operating_points)
        if self.operating_point not in (*points, DEFAULT_OPERATING_POINT):
            raise UsageError(
                say(
                    "The model has no operating point {name!r}. It has: {names}.",
                    name=self.operating_point,
                    names=", ".join(points) or say("none"),
                ),
                value=self.operating_point,
            )

    @staticmethod
    def _require_prevalence(
        prevalence: Mapping[str, float], rules: TrustRules | None, codes: Sequence[str]
    ) -> None:
        if rules is None:
            raise UsageError(
                say(
                    "This model's card does not tell in which case mix it was calibrated, so "
                    "its probabilities cannot be moved to another."
                ),
            )
        wrong = [code for code in codes if not 0 <= prevalence.get(code, -1) <= 1]
        if wrong:
            raise UsageError(
                say(
                    "The stated case mix needs a share from 0 to 1 for {names}.",
                    names=", ".join(wrong),
                ),
                value=wrong,
            )
        if not any(prevalence[code] > 0 for code in codes):
            raise UsageError(
                say("In the stated case mix, none of the model's classes is possible.")
            )
