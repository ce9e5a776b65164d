"""Rules of trust on cases that can be counted by hand, and the gate on pictures without lesions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import DatasetError
from core.images import ImageReader
from core.results import Analysis
from core.trust.intervals import wilson
from core.trust.rules import (
    CertaintyRule,
    NoveltyRule,
    OperatingPoint,
    PredictionSetRule,
    Scale,
    TrustRules,
)
from tests.training.evaluation.answers import answer
from tests.training.evaluation.support import CLASSES, CODES, Reply
from training.evaluation.metrics import Scored
from training.evaluation.novelty import Strange, ask, measure_gate
from training.evaluation.rates import mean_among, share_among
from training.evaluation.strange import SIZE, beside
from training.evaluation.trust_report import novelty_json, trust_tables
from training.evaluation.trusted import measure_trust

RULES = TrustRules(
    images=100,
    lesions=90,
    split_sha256="0" * 64,
    prevalence=dict(zip(CODES, (0.2, 0.3, 0.5), strict=True)),
    certainty=CertaintyRule(threshold=0.6, error_rate=0.15),
    prediction_sets=PredictionSetRule(coverage=0.9, thresholds=dict.fromkeys(CODES, 0.2)),
    operating_points=(
        OperatingPoint(name="sensitivity_90", threshold=0.5, sensitivity=0.9, specificity=0.8),
    ),
    novelty=NoveltyRule(
        detector="by_hand", scales={"x": Scale(mean=0, deviation=1)}, threshold=1, accepted=0.95
    ),
)


def test_a_lesion_counts_once_however_often_it_was_photographed() -> None:
    clusters = np.array([0, 0, 0, 1])
    wrong = np.array([True, True, True, False])
    every = np.ones(4, np.bool_)
    assert share_among(wrong, every, clusters=clusters, resamples=50).value == pytest.approx(0.5)
    some = np.array([True, False, False, True])
    assert share_among(wrong, some, clusters=clusters, resamples=50).value == pytest.approx(0.5)
    assert share_among(wrong, ~every, clusters=clusters, resamples=50).value is None
    sizes = np.array([1.0, 2.0, 3.0, 5.0])
    assert mean_among(sizes, every, clusters=clusters, resamples=50).value == pytest.approx(3.5)
    assert mean_among(sizes, ~every, clusters=clusters, resamples=50).value is None


def test_a_share_of_all_lesions_is_uncertain() -> None:
    clusters, every = np.arange(10), np.ones(10, np.bool_)
    share = share_among(every, every, clusters=clusters, resamples=50)
    assert share.span == pytest.approx(wilson(10, 10))
    mean = mean_among(every.astype(np.float64), every, clusters=clusters, resamples=50)
    assert (mean.low, mean.high, mean.span) == (1, 1, None)


@pytest.fixture
def answers() -> list[Analysis]:
    """Bcc, mel, nv, nv: the second melanoma-like one is a nevus, and unsure."""
    return [
        answer((0.7, 0.2, 0.1), members=("bcc",)),
        answer((0.1, 0.8, 0.1), members=("mel", "bcc")),
        answer((0.1, 0.1, 0.8), members=("nv",), novelty=0.5),
        answer((0.1, 0.5, 0.4), members=("mel",), sure=False, novelty=2.0),
    ]


@pytest.fixture
def scored(answers: list[Analysis]) -> Scored:
    shares = np.array([list(one.probabilities.values()) for one in answers])
    return Scored(shares, np.array([0, 1, 2, 2]), np.array([0, 1, 2, 3]))


def test_every_promise_is_counted(answers: list[Analysis], scored: Scored) -> None:
    found = measure_trust(answers, scored, rules=RULES, classes=CLASSES, resamples=50)
    assert found.certainty["usual"].n == 3
    assert found.certainty["usual"].figure.value == 0
    assert found.certainty["low"].figure.value == 1
    assert found.sets is not None
    assert found.sets.coverage.value == pytest.approx(0.75)
    assert found.sets.per_class["nv"].figure.value == pytest.approx(0.5)
    assert found.sets.size.value == pytest.approx(1.25)
    assert found.sets.single.value == pytest.approx(0.75)
    (kept,) = found.points
    assert kept.sensitivity.value == 1
    assert kept.specificity.value == pytest.approx(0.5)
    # These logits are the probabilities' logarithms: without a temperature nothing changes.
    assert found.ece.value == pytest.approx(np.mean([0.3, 0.2, 0.2, 0.5]))


def test_a_card_without_rules_promises_nothing(answers: list[Analysis], scored: Scored) -> None:
    bare = TrustRules(images=1, split_sha256="0" * 64, prevalence=dict.fromkeys(CODES, 1 / 3))
    found = measure_trust(
        [answer(tuple(one.probabilities.values())) for one in answers],
        scored,
        rules=bare,
        classes=CLASSES,
        resamples=50,
    )
    assert (found.sets, found.points) == (None, ())
    assert "no rules" in trust_tables(None, None)


def test_the_gate_is_measured_on_lesions_and_on_what_is_none(
    answers: list[Analysis], scored: Scored
) -> None:
    strange = {"text": [answer((0.1, 0.1, 0.8), novelty=score) for score in (3.0, 4.0, 0.7)]}
    gate = measure_gate(
        answers, scored, classes=CLASSES, promised=0.95, strange=strange, resamples=50
    )
    assert gate.accepted.value == pytest.approx(0.75)
    assert gate.per_class["nv"].figure.value == pytest.approx(0.5)
    against = gate.against["text"]
    assert against.n == 3
    assert against.flagged.value == pytest.approx(2 / 3)
    assert against.auroc.value == pytest.approx((4 + 4 + 3) / 12)
    assert novelty_json(gate)["promised"] == 0.95
    assert "&nbsp;" not in trust_tables(None, gate)


class Everything:
    """Finds everything novel that it can read."""

    def analyse_many(self, sources: Iterable[Path], /) -> Iterator[Reply]:
        with ImageReader(workers=1) as reader:
            for path in sources:
                reader.read(path)
                yield Reply(path, answer((0.1, 0.1, 0.8), novelty=9.0))  # type: ignore[arg-type]  # wider on purpose


def write_lesion(folder: Path, name: str, *, left: int) -> Path:
    folder.mkdir(exist_ok=True, parents=True)
    Image.new("RGB", SIZE, (200, 150, 130)).save(folder / f"{name}.jpg")
    mask = np.zeros(SIZE[::-1], np.uint8)
    mask[80:160, left : left + 60] = 255
    (folder / "masks").mkdir(exist_ok=True)
    Image.fromarray(mask).save(folder / "masks" / f"{name}.png")
    return folder / f"{name}.jpg"


def test_strange_pictures_are_made_and_all_of_them_can_be_read(tmp_path: Path) -> None:
    images = [write_lesion(tmp_path / "set", str(n), left=200 + n) for n in range(3)]
    category = next(name for name in ("chair", "lamp", "crab") if _is_b(name))
    write_lesion(tmp_path / "things" / category, "1", left=0)
    strange = Strange(
        tmp_path / "made",
        ordinary=tmp_path / "things",
        masks=tmp_path / "set" / "masks",
        count=6,
    )
    kinds = strange.kinds(images)
    counts = {name: len(paths) for name, paths in kinds.items()}
    assert counts.pop("photographs of things") == 2  # with its mask, which is a picture too
    assert counts == {
        "text pages": 6, "even colours": 6, "noise": 6, "skin without a lesion": 3,
    }  # fmt: skip
    done: list[int] = []
    found = ask(Everything(), kinds, progress=done.append)
    assert {name: len(these) for name, these in found.items()} == {
        name: len(paths) for name, paths in kinds.items()
    }
    assert done[-1] == 23
    with Image.open(kinds["skin without a lesion"][0]) as piece:
        assert piece.size == (192, 240)


def _is_b(name: str) -> bool:
    from training.generic import part_of

    return part_of(name) == "b"


def test_skin_beside_a_lesion() -> None:
    lesion = np.zeros((240, 320), np.bool_)
    assert beside(lesion) is None  # no lesion: something is wrong with the mask
    lesion[20:220, 30:290] = True
    assert beside(lesion) is None  # only thin strips are left
    lesion[:, 100:] = False
    assert beside(lesion) == (107, 0, 320, 240)


def test_masks_of_other_images_are_refused(tmp_path: Path) -> None:
    image = write_lesion(tmp_path, "1", left=0)
    with pytest.raises(DatasetError, match="no masks of these images"):
        Strange(tmp_path / "made", masks=tmp_path / "nowhere", count=1).kinds([image])
