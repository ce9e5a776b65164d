"""Temperature and heat-map scale."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.calibrate import fit_temperature, heat_map_scale


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
