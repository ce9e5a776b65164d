"""What every method owes: one contract, asked of all of them under both runtimes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.engine import EngineRequest, open_classifier
from core.engine.explainer import Explainer
from core.errors import Cancelled, GradientsUnavailable, InferenceError, UnknownTarget
from core.explain.methods import METHODS, Method, Target, View, Watch, explain
from core.explain.methods.registry import Described
from core.images import FitMode, FitSpec, fit, map_back
from core.model import DeviceRequest
from tests.core.explain.methods.built import (
    BKL,
    BLUE_AT,
    DF,
    MEL,
    NV,
    RED_AT,
    built_bundle,
    grey,
    picture,
)
from tests.core.tiny import SIZE

FORWARD = [method for method in Method if not METHODS[method].needs_gradients]
SIGNED = [method for method in Method if METHODS[method].signed]


@pytest.fixture(scope="module")
def explainers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Explainer]:
    bundle = built_bundle(tmp_path_factory.mktemp("built") / "model")
    return {
        str(engine): Explainer(open_classifier(bundle, device=DeviceRequest.CPU, engine=engine))
        for engine in (EngineRequest.TENSORFLOW, EngineRequest.ONNXRUNTIME)
    }


@pytest.fixture
def network(explainers: dict[str, Explainer]) -> Explainer:
    return explainers["onnxruntime"]


def seen(pixels: NDArray[np.uint8], mode: FitMode = FitMode.CROP) -> View:
    fitted = fit(pixels, FitSpec(*SIZE, mode))
    return View(fitted.pixels, fitted.placement)


def values(network: Explainer, method: Method, target: Target, view: View) -> NDArray[np.float32]:
    return explain(view, method=method, target=target, network=network).values


@pytest.mark.parametrize("method", Method)
def test_a_map_is_a_grid_of_float32_over_the_input(network: Explainer, method: Method) -> None:
    found = explain(seen(picture()), method=method, target=Target(MEL), network=network)
    assert found.values.ndim == 2
    assert found.values.dtype == np.float32
    assert np.isfinite(found.values).all()
    rows, columns = found.values.shape
    assert rows < columns  # as the input is wider than high
    assert found.unit is METHODS[method].unit


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize(("target", "place"), [(MEL, RED_AT), (NV, BLUE_AT)])
def test_evidence_lies_where_it_was_built_to_lie(
    network: Explainer, method: Method, target: int, place: tuple[slice, slice]
) -> None:
    view = seen(picture())
    heat = map_back(values(network, method, Target(target), view), view.placement)
    assert heat.max() > 0
    assert heat[place].max() == pytest.approx(heat.max(), rel=0.05)
    inside = np.zeros(heat.shape, bool)
    inside[place] = True
    near = np.zeros(heat.shape, bool)
    near[tuple(slice(max(0, side.start - 7), side.stop + 7) for side in place)] = True
    positive = np.maximum(heat, 0)
    assert positive[near].sum() > 0.8 * positive.sum()
    assert positive[inside].mean() > 3 * positive[~near].mean()


@pytest.mark.parametrize("method", Method)
def test_no_evidence_is_an_empty_map(network: Explainer, method: Method) -> None:
    assert not values(network, method, Target(DF), seen(picture())).any()
    assert np.maximum(values(network, method, Target(MEL), seen(grey())), 0).max() < 1e-6


@pytest.mark.parametrize("method", [method for method in Method if method != Method.SMOOTH_GRAD])
def test_what_speaks_against_a_class_is_never_shown_as_for_it(
    network: Explainer, method: Method
) -> None:
    found = values(network, method, Target(BKL), seen(picture()))
    assert found.max() <= 1e-6
    assert (found.min() < 0) == METHODS[method].signed


@pytest.mark.parametrize("method", SIGNED)
def test_one_class_rather_than_another_has_both_signs(network: Explainer, method: Method) -> None:
    view = seen(picture())
    heat = map_back(values(network, method, Target(MEL, versus=NV), view), view.placement)
    assert heat[RED_AT].max() == pytest.approx(heat.max(), rel=0.05)
    assert heat[BLUE_AT].min() == pytest.approx(heat.min(), rel=0.05)
    assert heat.min() < 0 < heat.max()


def test_a_contrast_of_grad_cam_is_exactly_the_difference(network: Explainer) -> None:
    view = seen(picture())
    one, other = (values(network, Method.GRAD_CAM, Target(index), view) for index in (MEL, NV))
    both = values(network, Method.GRAD_CAM, Target(MEL, versus=NV), view)
    assert np.array_equal(both, one - other)


@pytest.mark.parametrize("method", [m for m in Method if not METHODS[m].signed])
def test_methods_that_are_not_signed_are_never_negative(network: Explainer, method: Method) -> None:
    assert values(network, method, Target(MEL, versus=NV), seen(picture())).min() >= 0


@pytest.mark.parametrize("method", Method)
def test_padding_was_not_seen(
    explainers: dict[str, Explainer], tmp_path: Path, method: Method
) -> None:
    del explainers
    bundle = built_bundle(tmp_path / "padded", mode=FitMode.PAD)
    network = Explainer(open_classifier(bundle, device=DeviceRequest.CPU))
    view = seen(picture(64, 40), FitMode.PAD)
    found = values(network, method, Target(MEL), view)
    rows, columns = found.shape
    left, right = (view.placement.target.left, view.placement.target.right)
    cell = SIZE[1] / columns
    touched = [(n + 1) * cell > left and n * cell < right for n in range(columns)]
    assert np.isnan(found).any()
    assert np.array_equal(np.isfinite(found), np.tile(touched, (rows, 1)))
    assert np.isfinite(map_back(found, view.placement)).all()


@pytest.mark.parametrize("method", FORWARD)
@pytest.mark.parametrize("target", [Target(MEL), Target(MEL, versus=NV)])
def test_both_runtimes_say_the_same(
    explainers: dict[str, Explainer], method: Method, target: Target
) -> None:
    noise = np.random.default_rng(4).integers(-30, 30, (*SIZE, 3))
    view = seen((picture().astype(int) + noise).clip(0, 255).astype(np.uint8))
    one, other = (values(explainers[name], method, target, view) for name in explainers)
    assert np.abs(one - other).max() <= 1e-3 * np.abs(one).max()


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize("target", [Target(7), Target(-1), Target(MEL, versus=7)])
def test_a_class_that_is_not_there_is_named(
    network: Explainer, method: Method, target: Target
) -> None:
    with pytest.raises(UnknownTarget, match="no class number"):
        values(network, method, target, seen(picture()))


def test_a_class_cannot_be_set_against_itself(network: Explainer) -> None:
    with pytest.raises(UnknownTarget, match="against itself"):
        values(network, Method.GRAD_CAM, Target(MEL, versus=MEL), seen(picture()))


@pytest.mark.parametrize("method", Method)
def test_progress_goes_from_nothing_to_all(network: Explainer, method: Method) -> None:
    told: list[tuple[int, int]] = []
    watch = Watch(on_progress=lambda done, total: told.append((done, total)))
    explain(seen(picture()), method=method, target=Target(MEL), network=network, watch=watch)
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1]


@pytest.mark.parametrize("method", Method)
def test_cancelling_stops_before_the_next_step(network: Explainer, method: Method) -> None:
    told: list[int] = []
    watch = Watch(lambda done, _: told.append(done), cancelled=lambda: bool(told))
    with pytest.raises(Cancelled):
        explain(seen(picture()), method=method, target=Target(MEL), network=network, watch=watch)
    assert told == [0]


@pytest.mark.parametrize("method", [m for m in Method if METHODS[m].needs_gradients])
def test_onnx_runtime_alone_has_no_gradients(network: Explainer, method: Method) -> None:
    alone = Explainer(network._classifier, engine=EngineRequest.ONNXRUNTIME)  # noqa: SLF001 - no public way to it
    with pytest.raises(GradientsUnavailable, match="choose TensorFlow, or Grad-CAM"):
        values(alone, method, Target(MEL), seen(picture()))


def test_an_edition_without_tf_keras_vis_says_so(
    network: Explainer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "core.engine.tensorflow_gradients", None)
    slim = Explainer(network._classifier)  # noqa: SLF001 - no public way to it
    with pytest.raises(GradientsUnavailable, match="install the full edition"):
        values(slim, Method.LAYER_CAM, Target(MEL), seen(picture()))


def test_a_map_that_is_not_numbers_is_an_error(
    network: Explainer, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Described(lambda *_, **__: np.full((2, 3), np.nan, np.float32), "Broken")
    changed = {**METHODS, Method.GRAD_CAM: broken}
    monkeypatch.setattr("core.explain.methods.registry.METHODS", changed)
    with pytest.raises(InferenceError, match="Broken gave no usable map"):
        values(network, Method.GRAD_CAM, Target(MEL), seen(picture()))
