"""Made-up answers of an engine: cards, pictures, analyses, maps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from core.explain.hidden import Hidden
from core.explain.methods import RawMap, Unit
from core.images import FitSpec, ImageFormat, ImageRecord, Picture, place
from core.model import Card, DeviceChoice
from core.model.card import Network, Preprocessing
from core.model.conclusion import interpret
from core.model.precision import LowerPrecision
from core.results import Analysis, Caution, Device, Engine, ModelIdentity
from core.taxonomy import HAM10000, LesionClass
from core.trust.counts import EvidenceCounts
from core.trust.interpretation import Interpretation
from core.trust.rules import (
    CertaintyRule,
    NoveltyRule,
    OperatingPoint,
    PredictionSetRule,
    Scale,
    TrustRules,
)
from core.trust.verdicts import Novelty, QualityFinding

IDENTITY = ModelIdentity(name="try-out", version="1.0", sha256="ab" * 32)
CHOICE = DeviceChoice(device=Device.CPU, name="A processor", reason="It is there.")
KNOWN = Novelty(score=0.8, threshold=3.0)
NOVEL = Novelty(score=4.7, threshold=3.0)


def make_rules() -> TrustRules:
    """Rules as a bundle of HAM10000's classes has them: of df there were too few images."""
    thresholds = {"akiec": 0.1, "bcc": 0.1, "bkl": 0.1, "df": 0.0, "mel": 0.1, "nv": 0.3}
    prevalence = {"akiec": 0.03, "bcc": 0.05, "bkl": 0.11, "df": 0.01, "mel": 0.11, "nv": 0.67}
    return TrustRules(
        images=1000,
        lesions=750,
        split_sha256="0" * 64,
        prevalence=prevalence | {"vasc": 0.02},
        certainty=CertaintyRule(threshold=0.55, error_rate=0.15),
        prediction_sets=PredictionSetRule(coverage=0.9, thresholds=thresholds | {"vasc": 0.1}),
        operating_points=(
            OperatingPoint(
                name="sensitivity_90", threshold=0.34, sensitivity=0.92, specificity=0.78
            ),
            OperatingPoint(
                name="sensitivity_95", threshold=0.22, sensitivity=0.97, specificity=0.69
            ),
        ),
        novelty=NoveltyRule(
            detector="distance_and_plane",
            scales={"distance": Scale(mean=8.0, deviation=2.0)},
            threshold=3.0,
            accepted=0.95,
        ),
    )


def make_card(
    classes: tuple[LesionClass, ...] = HAM10000,
    *,
    trust: TrustRules | None = None,
    evidence: EvidenceCounts | None = None,
    lower_precision: tuple[LowerPrecision, ...] = (),
) -> Card:
    return Card(
        name=IDENTITY.name,
        version=IDENTITY.version,
        created="2025-01-01",
        licence="CC BY-NC 4.0",
        network=Network(blocks=((1, 8),)),
        preprocessing=Preprocessing(height=64, width=64, mode="crop"),
        classes=classes,
        data=(),
        heat_map_scale=1.0,
        trust=trust,
        evidence=evidence,
        lower_precision=lower_precision,
    )


def make_picture(*, height: int = 48, width: int = 64) -> Picture:
    pixels = np.full((height, width, 3), 180, np.uint8)
    pixels[height // 4 : height // 2, width // 4 : width // 2] = (90, 50, 30)
    record = ImageRecord(
        format=ImageFormat.JPEG,
        width=width,
        height=height,
        byte_count=100,
        sha256="0" * 64,
        mode="RGB",
        bits=8,
    )
    return Picture(pixels, record)


def make_analysis(
    card: Card,
    *,
    finding: str = "mel",
    probability: float = 0.62,
    heat: float = 0.8,
    cautions: tuple[Caution, ...] = (),
    model: ModelIdentity = IDENTITY,
    others: Mapping[str, float] | None = None,
    novelty: Novelty | None = None,
    quality: tuple[QualityFinding, ...] = (),
    spread: float | None = None,
    interpretation: Interpretation | None = None,
    embedding: Sequence[float] = (0.0,) * 8,
) -> Analysis:
    """Give some classes their probabilities and the others equal shares of the rest."""
    named = {finding: probability} | dict(others or {})
    probabilities = dict(zip(card.codes, even_out(card, named).tolist(), strict=True))
    malignant = sum(probabilities[entry.code] for entry in card.classes if entry.malignant)
    maps = np.zeros((len(card.codes), 4, 4), np.float32)
    for row in range(len(card.codes)):
        maps[row, 1:3, 1:3] = heat * (row + 1) / len(card.codes)
    as_calibrated = Analysis(
        probabilities=probabilities,
        logits=np.log(np.array(list(probabilities.values()), np.float32)),
        malignant=malignant,
        heat_maps=maps,
        embedding=np.array(embedding, np.float32),
        placement=place(48, 64, FitSpec(height=64, width=64)),
        cautions=cautions,
        model=model,
        engine=Engine.TENSORFLOW,
        device=Device.CPU,
        milliseconds=5.0,
        novelty=novelty,
        quality=quality,
        spread=spread,
    )
    return interpret(as_calibrated, card, interpretation or Interpretation())


def make_heat(value: float = 0.5, *, unit: Unit = Unit.LOGITS) -> RawMap:
    """Make another method's map, the same everywhere."""
    return RawMap(np.full((6, 6), value, np.float32), unit)


def make_hidden(
    card: Card, *, whole: float = 0.62, without_lesion: Mapping[str, float] | None = None
) -> Hidden:
    """Hide a square; melanoma is found with it, alone too, and nevus without it by default."""
    region = np.zeros((8, 8), np.bool_)
    region[2:6, 2:6] = True
    found = even_out(card, {"mel": whole})
    painted = np.full((2, 8, 8, 3), 200, np.uint8)
    without = even_out(card, without_lesion or {"nv": 0.7})
    return Hidden(region, found, without, found, painted)


def even_out(card: Card, named: Mapping[str, float]) -> NDArray[np.float64]:
    """Give some classes their probabilities and the others equal shares of the rest."""
    rest = (1 - sum(named.values())) / (len(card.codes) - len(named))
    return np.array([named.get(code, rest) for code in card.codes])
