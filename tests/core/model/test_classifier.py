"""From pixels to an analysis, on a tiny network through the real runtime."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.engine import EngineRequest, open_classifier
from core.errors import BundleDamaged, InferenceError, LentigoError
from core.images import Notice, NoticeCode, Picture, fit
from core.model import Bundle, Classifier, DeviceChoice, RawAnswer, save_bundle
from core.model.conclusion import interpret, softmax
from core.model.preparation import prepare
from core.model.weights import encode_weights
from core.results import Analysis, Device, Engine
from core.trust.interpretation import Interpretation
from core.trust.rules import OperatingPoint, TrustRules
from tests.core.model.pixels import picture
from tests.core.tiny import tiny_bundle, tiny_card, tiny_weights
from training.export.onnx_graph import build_graph


def test_an_analysis_says_everything(classifier: Classifier, engine: EngineRequest) -> None:
    analysis = classifier.analyse(picture())
    codes = classifier.bundle.card.codes
    assert tuple(analysis.probabilities) == codes
    assert sum(analysis.probabilities.values()) == pytest.approx(1)
    assert analysis.finding == codes[int(analysis.logits.argmax())]
    malignant = [entry.code for entry in classifier.bundle.card.classes if entry.malignant]
    assert malignant == ["akiec", "bcc", "mel"]
    assert analysis.malignant == pytest.approx(sum(analysis.probabilities[c] for c in malignant))
    assert analysis.heat_maps.shape == (7, 16, 24)
    assert analysis.heat_map("df") is not None
    np.testing.assert_array_equal(analysis.heat_map("bkl"), analysis.heat_maps[2])
    assert analysis.embedding.shape == (8,)
    assert analysis.engine is Engine(engine)
    assert analysis.device is Device.CPU
    assert analysis.milliseconds > 0
    assert analysis.model == classifier.bundle.identity
    assert analysis.cautions == ()


def test_what_the_network_sees_is_what_fit_gives(classifier: Classifier) -> None:
    seen = picture()
    fitted = fit(seen.pixels, classifier.bundle.card.preprocessing.spec)
    raw = classifier.runtime.run(fitted.pixels[np.newaxis])
    np.testing.assert_allclose(classifier.analyse(seen).logits, raw.logits[0], atol=1e-6)


def test_temperature_flattens_probabilities_but_not_logits(
    tmp_path: Path, engine: EngineRequest
) -> None:
    def analyse(bundle: Bundle) -> Analysis:
        return open_classifier(bundle, engine=engine).analyse(picture())

    cold = analyse(tiny_bundle(tmp_path / "cold"))
    warm = analyse(tiny_bundle(tmp_path / "warm", temperature=4.0))
    np.testing.assert_allclose(cold.logits, warm.logits, atol=1e-6)
    assert max(warm.probabilities.values()) < max(cold.probabilities.values())


def test_a_head_with_a_hidden_layer_works_as_well(tmp_path: Path, engine: EngineRequest) -> None:
    bundle = tiny_bundle(tmp_path / "m", network={"blocks": [[1, 4], [1, 8]], "hidden": 5})
    classifier = open_classifier(bundle, engine=engine)
    assert classifier.analyse(picture()).heat_maps.shape == (7, 16, 24)


@pytest.mark.parametrize(
    ("engine", "message"),
    [
        (EngineRequest.TENSORFLOW, r"logits/kernel is \(8, 6\), the network needs"),
        (EngineRequest.ONNXRUNTIME, "graph"),
    ],
)
def test_weights_that_do_not_fit_the_card_are_refused(
    tmp_path: Path, engine: EngineRequest, message: str
) -> None:
    card = tiny_card()
    weights = tiny_weights(card)
    graph = build_graph(card, encode_weights(weights))
    weights["logits/kernel"] = weights["logits/kernel"][:, :6]
    bundle = save_bundle(tmp_path / "m", card=card, weights=weights, licence="", graph=graph)
    with pytest.raises(BundleDamaged, match=message):
        open_classifier(bundle, engine=engine)


class BrokenRuntime:
    """Answers with what it was given."""

    engine = Engine.TENSORFLOW
    choice = DeviceChoice(Device.CPU, "test", "test")

    def __init__(self, answer: RawAnswer | LentigoError) -> None:
        self._answer = answer

    def run(self, pixels: NDArray[np.uint8]) -> RawAnswer:
        assert pixels.dtype == np.uint8
        if isinstance(self._answer, LentigoError):
            raise self._answer
        return self._answer


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_scores_that_are_no_numbers_are_an_error_not_an_answer(
    tmp_path: Path, value: float
) -> None:
    logits = np.zeros((1, 7), np.float32)
    logits[0, 3] = value
    raw = RawAnswer(logits, np.zeros((1, 7, 2, 2), np.float32), np.zeros((1, 8), np.float32))
    broken = Classifier(tiny_bundle(tmp_path), BrokenRuntime(raw))
    with pytest.raises(InferenceError, match="not numbers"):
        broken.analyse(picture())


def test_a_runtime_that_fails_gives_errors_for_its_images(tmp_path: Path) -> None:
    file = tmp_path / "good.png"
    Image.fromarray(picture().pixels).save(file)
    bundle = tiny_bundle(tmp_path / "model")
    broken = Classifier(bundle, BrokenRuntime(InferenceError("It failed.")))
    (answer,) = broken.analyse_many([file])
    assert isinstance(answer.outcome, InferenceError)


def test_the_wrong_input_is_refused_by_the_runtime(classifier: Classifier) -> None:
    with pytest.raises(InferenceError, match="The network takes"):
        classifier.runtime.run(np.zeros((1, 10, 10, 3), np.uint8))


@pytest.mark.parametrize(
    ("shape", "expected"),
    [((64, 96), set()), ((96, 64), {"edges_not_seen"}), ((16, 24), set())],
)
def test_cautions_say_how_the_image_met_the_network(
    classifier: Classifier, shape: tuple[int, int], expected: set[str]
) -> None:
    analysis = classifier.analyse(picture(*shape))
    assert {caution.code for caution in analysis.cautions} == expected


def test_the_quality_of_the_picture_comes_along(classifier: Classifier) -> None:
    (finding,) = classifier.analyse(picture(16, 24)).quality
    assert finding.code == "too_small"
    assert "only 24 x 16 pixels" in finding.message


def test_notices_of_the_reading_come_along(classifier: Classifier) -> None:
    notice = Notice(NoticeCode.FIRST_FRAME, "Only the first frame was read.")
    (caution,) = classifier.analyse(picture(notices=(notice,))).cautions
    assert (caution.code, caution.message) == ("first_frame", "Only the first frame was read.")


def test_softmax_of_huge_scores_stays_finite() -> None:
    np.testing.assert_allclose(softmax(np.array([1e30, 0, -1e30], np.float32)), [1, 0, 0])


def test_an_analysis_that_contradicts_itself_cannot_be_made(classifier: Classifier) -> None:
    good = classifier.analyse(picture())
    fields = {name: getattr(good, name) for name in Analysis.__slots__}
    with pytest.raises(ValueError, match="not probabilities"):
        Analysis(**fields | {"probabilities": dict.fromkeys(good.probabilities, 0.5)})
    with pytest.raises(ValueError, match="same classes"):
        Analysis(**fields | {"heat_maps": good.heat_maps[:3]})


def test_a_thorough_analysis_answers_all_eight_views(classifier: Classifier) -> None:
    shown = picture()
    views = prepare(shown, classifier.bundle.card, thorough=True).views
    assert len({view.tobytes() for view in views}) == 8
    plain = classifier.analyse(shown)
    assert plain.spread is None
    classifier.thorough = True
    try:
        thorough = classifier.analyse(shown)
    finally:
        classifier.thorough = False
    expected = classifier.runtime.run(views).logits.mean(axis=0)
    np.testing.assert_allclose(thorough.logits, expected, rtol=1e-5)
    np.testing.assert_allclose(thorough.heat_maps, plain.heat_maps, rtol=1e-4, atol=1e-7)
    assert thorough.spread is not None
    assert 0 < thorough.spread < 0.5


def test_eight_equal_views_agree(classifier: Classifier) -> None:
    flat = Picture(np.full((64, 96, 3), 90, np.uint8), picture().record)
    classifier.thorough = True
    try:
        assert classifier.analyse(flat).spread == pytest.approx(0, abs=1e-6)
    finally:
        classifier.thorough = False


def test_another_reading_needs_no_network_and_can_be_taken_back(classifier: Classifier) -> None:
    codes = classifier.bundle.card.codes
    rules = TrustRules(
        images=9,
        split_sha256="0" * 64,
        prevalence=dict.fromkeys(codes, 1 / 7),
        operating_points=(
            OperatingPoint(name="sensitivity_90", threshold=0, sensitivity=1, specificity=0),
        ),
    )
    card = classifier.bundle.card.model_copy(update={"trust": rules})
    plain = classifier.analyse(picture())
    only_nevi = Interpretation(prevalence={code: float(code == "nv") for code in codes})
    read = interpret(plain, card, only_nevi)
    assert read.probabilities["nv"] == pytest.approx(1)
    assert read.finding == "nv"
    assert read.malignant == pytest.approx(0)
    assert read.prevalence == only_nevi.prevalence
    assert read.decision is not None
    assert read.decision.malignant
    back = interpret(read, card, Interpretation())
    assert back.probabilities == pytest.approx(dict(plain.probabilities))
    assert back.prevalence is None
