"""A bundle's card: what the model is, what it learned from, and how far it can be believed.

The card comes from disk and perhaps from strangers, so every field is checked when it is read.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, field_validator, model_validator

from core.images import FitMode, FitSpec
from core.language import marked
from core.model.precision import LowerPrecision
from core.results import Precision
from core.taxonomy import LesionClass
from core.trust.counts import EvidenceCounts
from core.trust.rules import TrustRules

STATEMENT = marked("For research and education; not a diagnosis; not a medical device.")

_MAX_SIDE = 1024  # pixels; larger inputs would need more memory than a workstation has
_Text = Annotated[str, Field(min_length=1)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Preprocessing(_Frozen):
    """How an image comes into the network.

    Parameters
    ----------
    height, width : int
        Input size in pixels.
    mode : FitMode
        How images of another shape are fitted.
    """

    height: Annotated[int, Field(ge=32, le=_MAX_SIDE)]
    width: Annotated[int, Field(ge=32, le=_MAX_SIDE)]
    mode: FitMode

    @property
    def spec(self) -> FitSpec:
        """The same for `core.images.fit`."""
        return FitSpec(height=self.height, width=self.width, mode=self.mode)

    @property
    def shape(self) -> tuple[int, int, int]:
        """Height, width and channels of the network's input."""
        return (self.height, self.width, 3)


class Network(_Frozen):
    """Which network the weights belong to.

    Parameters
    ----------
    architecture : str
        ``vgg16``: 13 convolutions, global average pooling, a head of one or two dense layers.
    blocks : tuple of (int, int)
        Convolutions and channels of each block.
    hidden : int, optional
        Units of the head's hidden layer, where it has one.
    """

    architecture: Literal["vgg16"] = "vgg16"
    blocks: tuple[
        tuple[Annotated[int, Field(ge=1, le=8)], Annotated[int, Field(ge=1, le=1024)]], ...
    ]
    hidden: Annotated[int, Field(ge=1, le=8192)] | None = None

    @property
    def last_convolution(self) -> str:
        """Name of the layer whose activations explanations weigh."""
        return f"block{len(self.blocks)}_conv{self.blocks[-1][0]}"


class DataSource(_Frozen):
    """What the weights were learned from.

    Parameters
    ----------
    name, licence, source : str
        Of the data set.
    images : int
        How many of them taught this model.
    lesions : int, optional
        How many lesions these show; None where the data set does not say.
    split_sha256 : str
        Checksum of the split, which says what was held out.
    """

    name: _Text
    licence: _Text
    source: _Text
    images: Annotated[int, Field(ge=1)]
    lesions: Annotated[int, Field(ge=1)] | None
    split_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Card(_Frozen):
    """Everything that is known about a model beside its weights.

    Parameters
    ----------
    format : int
        Version of this layout.
    name, version : str
        Of the model.
    created : str
        Date, ISO 8601.
    statement : str
        What the model is for, and what not.
    licence : str
        Of the weights.
    network, preprocessing, classes, data
        What is needed to run it and to read its answers. ``classes`` stand in the order of the
        logits.
    temperature : float
        By which logits are divided before the softmax.
    heat_map_scale : float
        Evidence at one place, in logit units, that a heat map shows at full strength, the same for
        every image.
    favoured : dict of str to float
        What was added to the logits of classes, by their code, so that they are found as often as
        classes are on average; it is part of the weights. Empty where nothing was.
    trust : TrustRules, optional
        When to believe the model; None where nothing was fitted.
    evidence : EvidenceCounts, optional
        How its findings turned out on lesions that fitted nothing; None where nobody counted.
    lower_precision : tuple of LowerPrecision
        What bulk work may be done in, and what was found of that.
    metrics : dict
        The report of ``python -m training evaluate`` on lesions that were never trained on.
    training : dict
        Experiment, its settings, commit and environment.
    limits : tuple of str
        What the figures cannot say, in sentences.
    """

    format: Literal[1] = 1
    name: _Text
    version: _Text
    created: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    statement: _Text = STATEMENT
    licence: _Text
    network: Network
    preprocessing: Preprocessing
    classes: Annotated[tuple[LesionClass, ...], Field(min_length=2)]
    data: tuple[DataSource, ...]
    temperature: Annotated[float, Field(gt=0, allow_inf_nan=False)] = 1.0
    heat_map_scale: Annotated[float, Field(gt=0, allow_inf_nan=False)]
    favoured: dict[str, Annotated[float, Field(gt=0, allow_inf_nan=False)]] = Field(
        default_factory=dict
    )
    trust: TrustRules | None = None
    evidence: EvidenceCounts | None = None
    lower_precision: tuple[LowerPrecision, ...] = ()
    metrics: dict[str, JsonValue] = Field(default_factory=dict)
    training: dict[str, JsonValue] = Field(default_factory=dict)
    limits: tuple[_Text, ...] = ()

    @field_validator("classes")
    @classmethod
    def _distinct(cls, classes: tuple[LesionClass, ...]) -> tuple[LesionClass, ...]:
        codes = [entry.code for entry in classes]
        if len(set(codes)) < len(codes):
            raise ValueError(f"a class code stands twice in {codes}")
        return classes

    @model_validator(mode="after")
    def _large_enough(self) -> Card:
        smallest = 2 ** len(self.network.blocks)
        if min(self.preprocessing.height, self.preprocessing.width) < smallest:
            raise ValueError(f"the input's sides must be at least {smallest} pixels")
        return self

    @model_validator(mode="after")
    def _favours_its_classes(self) -> Card:
        if strange := set(self.favoured) - set(self.codes):
            raise ValueError(f"it favours {min(strange)!r}, which is no class of it")
        return self

    @model_validator(mode="after")
    def _rules_of_all_classes(self) -> Card:
        if self.trust is not None:
            self.trust.require_classes(self.codes)
        if self.evidence is not None:
            self.evidence.require_classes(self.codes)
        return self

    @property
    def codes(self) -> tuple[str, ...]:
        """Class codes in the order of the logits."""
        return tuple(entry.code for entry in self.classes)

    def fitted_for(self, precision: Precision) -> LowerPrecision | None:
        """Return what is known of a lower precision; None where nothing is."""
        return next((one for one in self.lower_precision if one.precision is precision), None)

    def entry(self, code: str) -> LesionClass:
        """Return the class of this code.

        Raises
        ------
        KeyError
            If the model has no such class.
        """
        return {entry.code: entry for entry in self.classes}[code]
