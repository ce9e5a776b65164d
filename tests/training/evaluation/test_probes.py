"""Artefacts over held-out images: what they move is measured, and told."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from jsonschema import Draft202012Validator
from PIL import Image

from core.errors import DatasetError
from core.trust.intervals import wilson
from tests.core.tiny import tiny_bundle
from tests.training.evaluation.support import CLASSES, CODES, Answer, Reply
from tests.training.small_set import write_small_set
from training.__main__ import main
from training.artefacts import ARTEFACTS, ArtefactName
from training.evaluation import probes as probes_module
from training.evaluation.predictor import Predictions, predict
from training.evaluation.probe_report import probes_json, probes_table
from training.evaluation.probes import DEGREES, Probe, probe, sample
from training.labels import LabelledImage

SCHEMA = Path(__file__).parents[3] / "docs/schemas/report.schema.json"


class DarkIsMelanoma:
    """Calls a picture a melanoma the darker it is."""

    def analyse_many(self, sources: Iterable[Path], /) -> Iterator[Reply]:
        for source in sources:
            with Image.open(source) as image:
                dark = 1 - float(np.asarray(image.convert("L")).mean()) / 255
            yield Reply(source, Answer({"bcc": 0.1, "mel": 0.9 * dark, "nv": 0.9 * (1 - dark)}))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Predictions:
    """Answers about twelve even pictures of six lesions, from dark to light."""
    images, folder = [], tmp_path_factory.mktemp("even")
    for number in range(12):
        path = folder / f"even_{number}.png"
        Image.new("RGB", (64, 48), (60 + 12 * number,) * 3).save(path)
        images.append(LabelledImage(path.stem, path, "nv", f"L{number // 2}", {}))
    return predict(DarkIsMelanoma(), images=images, codes=CODES, progress=lambda _: None)


@pytest.fixture(scope="module")
def probes(plain: Predictions) -> dict[tuple[ArtefactName, float], Probe]:
    told: list[int] = []
    found = probe(DarkIsMelanoma(), plain, classes=CLASSES, progress=told.append, resamples=100)
    assert told == list(range(1, 12 * DEGREES + 1))
    return {(one.name, one.degree): one for one in found}


def test_every_artefact_is_tried_to_every_degree(
    probes: dict[tuple[ArtefactName, float], Probe],
) -> None:
    assert list(probes) == [(name, one) for name in ARTEFACTS for one in ARTEFACTS[name].degrees]
    assert {one.n for one in probes.values()} == {12}


def test_what_changes_nothing_moves_nothing(
    probes: dict[tuple[ArtefactName, float], Probe],
) -> None:
    for name in (ArtefactName.ROTATION, ArtefactName.BLUR, ArtefactName.SHRINKING):
        for degree in ARTEFACTS[name].degrees:
            one = probes[name, degree]
            assert one.changed.value == 0
            assert one.changed.span == pytest.approx(wilson(0, 6))  # six lesions are few
            assert one.moved.value == pytest.approx(0, abs=1e-6)
            assert one.shift.value == pytest.approx(0, abs=1e-6)


def test_what_darkens_looks_malignant_to_this_model(
    probes: dict[tuple[ArtefactName, float], Probe], plain: Predictions
) -> None:
    slight, some, severe = (
        probes[ArtefactName.DARKER, degree] for degree in ARTEFACTS[ArtefactName.DARKER].degrees
    )
    shifts = [one.shift.value or 0 for one in (slight, some, severe)]
    assert 0 < shifts[0] < shifts[1] < shifts[2]
    # By hand: values are multiplied by 2 ** (-2 / 2.2), and 0.9 of a brightness is lost.
    levels = np.array([60 + 12 * number for number in range(12)]) / 255
    lost = 0.9 * (levels * (1 - 2 ** (-2 / 2.2)))
    assert severe.shift.value == pytest.approx(lost.mean(), abs=2e-3)
    assert severe.malignant.value == pytest.approx(lost.mean(), abs=2e-3)
    after = plain.probabilities[:, 2] - lost > plain.probabilities[:, 1] + lost
    was = plain.probabilities[:, 2] > plain.probabilities[:, 1]
    assert severe.changed.value == pytest.approx((after != was).mean())
    assert severe.moved.low is not None
    assert severe.moved.low < (severe.moved.value or 0)


def test_a_sample_keeps_images_with_their_answers(plain: Predictions) -> None:
    assert sample(plain, limit=12) is plain
    some = sample(plain, limit=5)
    assert len(some.images) == 5
    rows = {image.image_id: row for row, image in enumerate(plain.images)}
    for image, shares in zip(some.images, some.probabilities, strict=True):
        assert np.array_equal(shares, plain.probabilities[rows[image.image_id]])


def test_an_image_that_vanished_is_an_error(plain: Predictions) -> None:
    gone = replace(plain.images[3], path=plain.images[3].path.with_name("gone.png"))
    one = Predictions((gone,), plain.probabilities[3:4], plain.codes, ())
    with pytest.raises(DatasetError, match=r"gone\.png cannot be read"):
        probe(DarkIsMelanoma(), one, classes=CLASSES, progress=lambda _: None, resamples=10)


def test_the_table_says_what_the_values_say(
    probes: dict[tuple[ArtefactName, float], Probe],
) -> None:
    table = probes_table(list(probes.values()))
    assert table.count("<tr>") == DEGREES + 1
    assert "ruler along 4 of 4 edges" in table
    assert "Not asked" in probes_table([])
    (first, *_) = probes_json(list(probes.values()))
    assert (first["artefact"], first["degree"], first["n"]) == ("ink", 45, 12)


def test_the_whole_way_onto_the_page_of_the_card(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns = {ArtefactName.ROTATION: ARTEFACTS[ArtefactName.ROTATION]}
    monkeypatch.setattr(probes_module, "ARTEFACTS", turns)
    monkeypatch.setenv("LENTIGO_RUNS", str(tmp_path / "runs"))
    data = write_small_set(tmp_path / "set", per_class=2)
    bundle = tiny_bundle(tmp_path / "model")
    words = ["--bundle", str(bundle.folder)]
    out = tmp_path / "out"
    told = ["--data", str(data), "--out", str(out), "--device", "cpu", "--engine", "onnxruntime"]
    assert main(["evaluate", *words, *told, "--probes", "3"]) == 0
    report = json.loads((out / "report.json").read_text())
    Draft202012Validator(json.loads(SCHEMA.read_text())).validate(report)
    assert len(report["probes"]) == 3
    assert {one["n"] for one in report["probes"]} == {3}
    assert "turned by 45°" in (out / "report.html").read_text()
    page = tmp_path / "card.md"
    told = ["--report", str(out / "report.json"), "--markdown", str(page)]
    assert main(["card", *words, *told]) == 0
    assert "## What should not change its answer" in page.read_text()
    assert "| turned by 45° |" in page.read_text()
