"""What a bundle's card says about when to believe its model.

All of it is fitted on held-out lesions, which are named by the hash of their split.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

_Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
_Text = Annotated[str, Field(min_length=1)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CertaintyRule(_Frozen):
    """From which probability on a finding counts as sure.

    Parameters
    ----------
    threshold : float
        Least probability of the finding, 0 to 1.
    error_rate : float
        Share of wrong findings among those at or above it, 0 to 1, to which it was fitted.
    """

    threshold: _Share
    error_rate: _Share


class PredictionSetRule(_Frozen):
    """Which classes stand in the prediction set.

    Parameters
    ----------
    coverage : float
        Share of images of each class whose set holds that class, 0 to 1.
    thresholds : dict of str to float
        Least probability with which each class stands in the set, by its code, 0 to 1.
    """

    coverage: _Share
    thresholds: dict[str, _Share]


class OperatingPoint(_Frozen):
    """Above which malignant total the answer to "malignant?" is yes.

    Parameters
    ----------
    name : str
        Stable name, such as ``sensitivity_90``.
    threshold : float
        Least malignant total that counts as malignant, 0 to 1.
    sensitivity, specificity : float
        As measured where it was fitted, 0 to 1.
    """

    name: Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]
    threshold: _Share
    sensitivity: _Share
    specificity: _Share


class Scale(_Frozen):
    """How a score is spread over known lesions.

    Parameters
    ----------
    mean, deviation : float
        In the score's own unit.
    """

    mean: Annotated[float, Field(allow_inf_nan=False)]
    deviation: Annotated[float, Field(gt=0, allow_inf_nan=False)]


class NoveltyRule(_Frozen):
    """When an image counts as unlike those that the model knows.

    Parameters
    ----------
    detector : str
        Name of the detector; its arrays lie in the bundle's references.
    scales : dict of str to Scale
        Spread of each of its scores over known lesions.
    threshold : float
        Largest score of an image that counts as known.
    accepted : float
        Share of real lesions at or under it, 0 to 1, to which it was fitted.
    """

    detector: _Text
    scales: Annotated[dict[str, Scale], Field(min_length=1)]
    threshold: Annotated[float, Field(allow_inf_nan=False)]
    accepted: _Share


class TrustRules(_Frozen):
    """Everything on the card that says when to believe the model.

    Parameters
    ----------
    images, lesions : int
        On how many it was fitted.
    split_sha256 : str
        Hash of the split whose validation part these are.
    prevalence : dict of str to float
        Share of each class among them, by its code: the case mix to which the probabilities belong.
    certainty, prediction_sets, novelty
        Rules; None where there was too little to fit them on.
    operating_points : tuple of OperatingPoint
        To choose one from.
    """

    images: Annotated[int, Field(ge=1)]
    lesions: Annotated[int, Field(ge=1)] | None = None
    split_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    prevalence: dict[str, _Share]
    certainty: CertaintyRule | None = None
    prediction_sets: PredictionSetRule | None = None
    operating_points: tuple[OperatingPoint, ...] = ()
    novelty: NoveltyRule | None = None

    def require_classes(self, codes: Sequence[str]) -> None:
        """Check that the rules are about exactly these classes.

        Raises
        ------
        ValueError
            If a share or a threshold is missing, or of another class.
        """
        tables = [self.prevalence]
        if self.prediction_sets is not None:
            tables.append(self.prediction_sets.thresholds)
        if any(set(table) != set(codes) for table in tables):
            raise ValueError(f"the rules of trust are not about the classes {', '.join(codes)}")

    def operating_point(self, name: str) -> OperatingPoint:
        """Return the operating point of this name.

        Raises
        ------
        KeyError
            If the card has none of this name.
        """
        return {point.name: point for point in self.operating_points}[name]
