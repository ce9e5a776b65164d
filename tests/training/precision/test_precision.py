"""A bundle gets a lower precision, an evaluation says what it is worth, and the card offers it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast
from unittest.mock import Mock

import numpy as np
import onnx
import pytest

from core.engine import open_classifier
from core.errors import BundleUnsupported
from core.model import Bundle
from core.model.bundle_files import INT8_GRAPH
from core.model.precision import LowerPrecision, Margins
from core.results import Precision
from tests.core.tiny import tiny_bundle, tiny_rules
from tests.training.small_set import material_of, write_small_set
from training.__main__ import main
from training.errors import RunError
from training.precision.check import checked
from training.precision.compared import Pair
from training.precision.fitting import fit_margins, fit_precision
from training.precision.ranges import highest_activations

NETWORK = {"blocks": [[2, 4], [2, 8]], "hidden": None}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_small_set(tmp_path_factory.mktemp("set") / "data", per_class=10)


@pytest.fixture
def bundle(tmp_path: Path) -> Bundle:
    return tiny_bundle(tmp_path / "model", network=NETWORK, trust=tiny_rules())


def some_pixels(bundle: Bundle) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    shape = (6, *bundle.card.preprocessing.shape)
    return np.random.default_rng(3).integers(0, 256, shape, dtype=np.uint8)


def test_ranges_are_those_of_every_convolution_but_the_last(bundle: Bundle) -> None:
    found = highest_activations(bundle, some_pixels(bundle))
    assert list(found) == ["block1_conv1", "block1_conv2", "block2_conv1"]
    assert min(found.values()) > 0


@pytest.mark.parametrize("precision", [Precision.INT8, Precision.BFLOAT16])
def test_a_lower_precision_is_near_and_not_the_same(
    bundle: Bundle, precision: Precision, data: Path
) -> None:
    images = sorted((data / "images").iterdir())
    pixels = some_pixels(bundle)
    fitted = fit_precision(bundle, precision, typical=pixels, validation=images)
    assert fitted.bundle.card.fitted_for(precision) == fitted.rule
    assert len(fitted.pairs) == len(images)
    assert fitted.rule.margins.probability >= max(one.moved for one in fitted.pairs) > 0
    classifier = open_classifier(fitted.bundle, precision=precision)
    quick, exact = classifier.quick.run(pixels), classifier.runtime.run(pixels)  # type: ignore[attr-defined]  # a guarded one
    for name in ("logits", "embedding", "heat_maps"):
        lower, full = getattr(quick, name), getattr(exact, name)
        assert lower.dtype == full.dtype == np.float32
        assert 0 < np.abs(lower - full).max() < 0.1 * np.abs(full).max()


def test_the_graph_in_int8_is_well_formed_and_borrows_its_weights(
    bundle: Bundle, data: Path
) -> None:
    one = next((data / "images").iterdir())
    fitted = fit_precision(
        bundle, Precision.INT8, typical=some_pixels(bundle), validation=[one]
    ).bundle
    assert fitted.int8_graph is not None
    onnx.checker.check_model(fitted.folder / INT8_GRAPH, full_check=True)
    model = onnx.load_from_string(fitted.int8_graph)
    kinds = [node.op_type for node in model.graph.node]
    assert kinds.count("QuantizeLinear") == 3 + 2  # activations, and kernels but the first, last
    assert sum(tensor.data_location == tensor.EXTERNAL for tensor in model.graph.initializer) == 10
    assert fitted.sha256 == bundle.sha256
    assert fitted.graph == bundle.graph


def pair(
    distance: float,
    *,
    same: bool,
    moved: float = 0.0,
    novelty: float = 1.0,
    same_novelty: bool = True,
) -> Pair:
    """Make up a pair; only what margins are fitted on counts."""
    made = Mock(spec=Pair)
    made.distance, made.moved, made.same_by_probability = distance, moved, same
    made.novelty_distance, made.same_novelty = novelty, same_novelty
    return cast("Pair", made)


def test_the_margins_are_twice_the_largest_distance_that_mattered() -> None:
    assert fit_margins([pair(3.0, same=True)]) == Margins(probability=0.02, novelty=0.02)
    pairs = [
        pair(0.3, same=False),
        pair(0.1, same=False),
        pair(0.9, same=True, novelty=0.2, same_novelty=False),
    ]
    assert fit_margins(pairs) == Margins(probability=0.6, novelty=0.4)


def test_the_margins_are_no_less_than_lower_precision_moves_an_image() -> None:
    pairs = [pair(0.1, same=False), pair(2.0, same=True, moved=0.5)]
    assert fit_margins(pairs).probability == 0.5


def test_without_any_answer_nothing_is_fitted(bundle: Bundle, tmp_path: Path) -> None:
    missing = [tmp_path / "none.jpg"]
    with pytest.raises(RunError, match="None of the validation images"):
        fit_precision(bundle, Precision.INT8, typical=some_pixels(bundle), validation=missing)


def test_a_bundle_that_is_not_fitted_is_refused(bundle: Bundle) -> None:
    with pytest.raises(BundleUnsupported, match="not been fitted for int8"):
        open_classifier(bundle, precision=Precision.INT8)


def test_from_a_split_to_an_offer(
    bundle: Bundle, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    split = tmp_path / "split.json"
    material_of(data, tmp_path / "pixels").split.save(split)
    of = ["--bundle", str(bundle.folder), "--data", str(data), "--split", str(split)]
    assert main(["precision", *of]) == 0
    assert "Find out what it is worth" in capsys.readouterr().err
    rule = Bundle.load(bundle.folder).card.fitted_for(Precision.INT8)
    assert rule is not None
    assert not rule.offered
    out = tmp_path / "report"
    assert main(["evaluate", *of, "--precision", "int8", "--out", str(out)]) == 0
    said = json.loads((out / "report.json").read_text(encoding="utf-8"))["lower_precision"]
    images = said["check"]["images"]
    assert f"of {images} answers say the same as in full precision" in capsys.readouterr().out
    report = ["card", "--bundle", str(bundle.folder), "--report", str(out / "report.json")]
    assert main(report) == 0
    found = Bundle.load(bundle.folder).card.fitted_for(Precision.INT8)
    assert found is not None
    assert found.model_dump(mode="json") == said
    assert found.check is not None
    assert found.offered == (found.check.equal == images)


def test_a_report_on_other_margins_is_refused(bundle: Bundle) -> None:
    rule = LowerPrecision(precision=Precision.INT8, margins=Margins(probability=1, novelty=1))
    card = bundle.card.model_copy(update={"lower_precision": (rule,)})
    other = rule.model_copy(update={"margins": Margins(probability=2, novelty=1)})
    with pytest.raises(RunError, match="not fitted for int8 as it was evaluated"):
        checked(card, other.model_dump(mode="json"))
    with pytest.raises(RunError, match="does not say"):
        checked(card, {"precision": "int4"})
