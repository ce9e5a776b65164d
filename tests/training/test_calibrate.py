"""Temperature and heat-map scale."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from training.calibrate import favour, fit_temperature, heat_map_scale
from training.errors import ExperimentError


@pytest.mark.parametrize("truth", [0.5, 1.0, 3.0])
def test_finds_the_temperature_that_the_labels_were_drawn_at(truth: float) -> None:
    generator = np.random.default_rng(0)
    logits = generator.normal(0, 3, (20_000, 4)).astype(np.float32)
    exponentials = np.exp(logits / truth)
    cumulative = (exponentials / exponentials.sum(axis=1, keepdims=True)).cumsum(axis=1)
    labels = (generator.random((20_000, 1)) > cumulative).sum(axis=1)
    assert fit_temperature(logits, labels) == pytest.approx(truth, rel=0.05)


@given(st.integers(0, 100), st.floats(0.5, 4.0))
def test_scaling_the_logits_scales_the_temperature(seed: int, factor: float) -> None:
    generator = np.random.default_rng(seed)
    logits = generator.normal(0, 1, (400, 3)).astype(np.float32)
    labels = (logits + generator.gumbel(0, 1.0, logits.shape)).argmax(axis=1)
    plain = fit_temperature(logits, labels)
    scaled = fit_temperature(logits * np.float32(factor), labels)
    assert scaled == pytest.approx(min(max(plain * factor, 0.25), 8.0), rel=0.03)


def test_the_scale_is_what_the_findings_own_maps_rarely_exceed() -> None:
    generator = np.random.default_rng(0)
    logits = generator.normal(0, 1, (1000, 5)).astype(np.float32)
    maps = generator.random((1000, 5, 6, 8)).astype(np.float32)
    maps[np.arange(1000), logits.argmin(axis=1)] = 100.0  # another class's map does not count
    scale = heat_map_scale(logits, maps)
    strongest = maps[np.arange(1000), logits.argmax(axis=1)].max(axis=(1, 2))
    assert (strongest > scale).mean() == pytest.approx(0.01, abs=0.002)


def sensitivities(logits: NDArray[np.float32], labels: NDArray[np.int64]) -> list[float]:
    found = logits.argmax(axis=1) == labels
    return [float(found[labels == one].mean()) for one in np.unique(labels)]


@given(st.integers(0, 50), st.integers(0, 3))
def test_a_favoured_class_is_found_as_often_as_the_mean_and_no_oftener_than_needed(
    seed: int, index: int
) -> None:
    generator = np.random.default_rng(seed)
    labels = generator.choice(4, size=600, p=[0.6, 0.2, 0.1, 0.1])
    logits = (1.2 * np.eye(4)[labels] + generator.gumbel(0, 1, (600, 4))).astype(np.float32)
    logits[:, 0] += 1  # the frequent one is named too often
    try:
        added = favour(logits, labels, index)
    except ExperimentError:
        assume(False)  # noqa: FBT003 - hypothesis' own signature
    unit = np.eye(4)[index]
    after = sensitivities(logits + added * unit, labels)
    assert after[index] >= np.mean(after)
    if added:
        short = sensitivities(logits + (added - 0.01) * unit, labels)
        assert short[index] < np.mean(short)


def test_a_class_without_images_cannot_be_favoured() -> None:
    with pytest.raises(ExperimentError, match="No validation image shows"):
        favour(np.zeros((4, 3), np.float32), np.array([0, 0, 1, 1]), 2)


def test_a_class_that_takes_all_others_with_it_is_not_favoured() -> None:
    logits = np.array([[9, 1.0], [9, 0.9], [9, 1.1], [9, 1.0]], np.float32)
    with pytest.raises(ExperimentError, match=r"accuracy .* from 0\.50 to 0\.33"):
        favour(logits, np.array([0, 1, 0, 0]), 1)
