"""Lower precision is kept where it is far from every threshold, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.images import Picture, read_image
from core.model import RawAnswer
from core.model.guarded import GuardedClassifier
from core.model.precision import LowerPrecision, Margins, PrecisionCheck
from core.model.runtime import DeviceChoice
from core.results import Device, Engine, Precision
from core.trust.interpretation import Interpretation
from core.trust.verdicts import Novelty
from tests.core.tiny import tiny_bundle, tiny_rules

CODES = ("akiec", "bcc", "bkl", "df", "mel", "nv", "vasc")
ON_CPU = DeviceChoice(Device.CPU, "a processor", "It is there.")


class Said:
    """A runtime that says what it is told to, and counts how often."""

    engine = Engine.ONNXRUNTIME
    choice = ON_CPU

    def __init__(self, **logits: float) -> None:
        self.logits = np.array([[logits.get(code, 0.0) for code in CODES]], np.float32)
        self.asked = 0

    def run(self, pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> RawAnswer:
        self.asked += 1
        count = len(pixels)
        return RawAnswer(
            np.repeat(self.logits, count, axis=0),
            np.zeros((count, 7, 2, 3), np.float32),
            np.zeros((count, 8), np.float32),
        )


@pytest.fixture
def picture() -> Picture:
    from tests.core.engine.support import picture as painted

    return read_image(painted())


def guarded(
    folder: Path, quick: Said, exact: Said, *, probability: float, rules: bool = False
) -> GuardedClassifier:
    bundle = tiny_bundle(folder / "model", trust=tiny_rules() if rules else None)
    rule = LowerPrecision(
        precision=Precision.INT8, margins=Margins(probability=probability, novelty=0.5)
    )
    return GuardedClassifier(bundle, exact, quick=quick, rule=rule)


def test_what_is_clear_is_kept_and_says_in_what_it_was_computed(
    tmp_path: Path, picture: Picture
) -> None:
    quick, exact = Said(mel=2.0), Said(mel=2.1)
    analysis = guarded(tmp_path, quick, exact, probability=1.0).analyse(picture)
    assert (analysis.finding, analysis.precision) == ("mel", Precision.INT8)
    assert exact.asked == 0
    assert analysis.logits[CODES.index("mel")] == 2.0


def test_two_classes_near_each_other_are_computed_again(tmp_path: Path, picture: Picture) -> None:
    quick, exact = Said(mel=2.0, nv=1.9), Said(mel=1.9, nv=2.0)
    analysis = guarded(tmp_path, quick, exact, probability=0.2).analyse(picture)
    assert (analysis.finding, analysis.precision) == ("nv", Precision.FLOAT32)
    assert (quick.asked, exact.asked) == (1, 1)


@pytest.mark.parametrize(
    ("malignant", "again"),
    [(0.19, True), (0.21, True), (0.4, False)],
    ids=["just below", "just above", "far above"],
)
def test_the_operating_point_is_a_threshold(
    tmp_path: Path,
    picture: Picture,
    malignant: float,
    again: bool,
) -> None:
    """The tiny rules decide at 0.2; logits give melanoma this share, nevi the rest."""
    others = 1e-4
    said = {code: float(np.log(others)) for code in CODES}
    said |= {"mel": float(np.log(malignant)), "nv": float(np.log(1 - malignant))}
    exact = Said(**said)
    classifier = guarded(tmp_path, Said(**said), exact, probability=0.1, rules=True)
    classifier.interpretation = Interpretation(operating_point="sensitivity_90")
    classifier.analyse(picture)
    assert bool(exact.asked) is again


def test_a_novelty_score_near_its_threshold_is_computed_again(
    tmp_path: Path, picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    exact = Said(mel=3.0)
    classifier = guarded(tmp_path, Said(mel=3.0), exact, probability=0.1)
    monkeypatch.setattr(
        "core.model.conclusion.novelty_of", lambda *_: Novelty(score=4.7, threshold=5.0)
    )
    classifier.analyse(picture)
    assert exact.asked == 1
    monkeypatch.setattr(
        "core.model.conclusion.novelty_of", lambda *_: Novelty(score=4.3, threshold=5.0)
    )
    classifier.analyse(picture)
    assert exact.asked == 1


def test_it_is_offered_only_where_all_answers_were_equal() -> None:
    rule = LowerPrecision(precision=Precision.INT8, margins=Margins(probability=1, novelty=1))
    check = PrecisionCheck(images=10, equal=10, again=3, largest_difference=0.02)
    assert not rule.offered
    assert rule.model_copy(update={"check": check}).offered
    missed = check.model_copy(update={"equal": 9})
    assert not rule.model_copy(update={"check": missed}).offered


def test_full_precision_is_no_lower_one(tmp_path: Path) -> None:
    card = tiny_bundle(tmp_path / "model").card
    rules = [{"precision": "float32", "margins": {"probability": 1, "novelty": 1}}]
    with pytest.raises(ValueError, match="precision"):
        type(card).model_validate(card.model_dump() | {"lower_precision": rules})
