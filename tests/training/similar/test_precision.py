"""Precision at k on cases that can be counted by hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.images import FitSpec
from training.similar.histograms import BINS, histogram, histograms, intersections
from training.similar.precision import class_means, hits


def test_each_lesion_counts_once_among_the_nearest() -> None:
    similarities = [np.array([0.9, 0.8, 0.7, 0.6, 0.5], np.float32)]
    found = hits(
        similarities,
        np.array([1]),
        gallery_truth=np.array([1, 1, 0, 1, 1]),
        gallery_lesions=np.array([0, 0, 1, 2, 3]),
        count=3,
    )
    assert found.tolist() == pytest.approx([2 / 3])  # lesions 0, 1 and 2


def test_a_lesion_that_is_asked_about_twice_counts_once() -> None:
    drawn = class_means(
        np.array([1.0, 0.0, 0.0, 0.5]),
        np.array([0, 0, 0, 1]),
        np.array([0, 0, 1, 2]),
        classes=3,
        resamples=200,
    )
    figures = drawn.figures(("a", "b", "c"))
    assert figures.per_class["a"].value == pytest.approx(0.25)
    assert figures.per_class["b"].value == pytest.approx(0.5)
    assert "c" not in figures.per_class
    assert figures.mean.value == pytest.approx(0.375)
    assert figures.mean.low is not None
    assert figures.mean.high is not None
    assert figures.mean.low < 0.375 < figures.mean.high


def test_the_gain_is_of_the_same_lesions() -> None:
    truth, clusters = np.zeros(40, np.intp), np.arange(40)
    noise = np.random.default_rng(0).uniform(0, 0.5, 40)
    worse = class_means(noise, truth, clusters, classes=1, resamples=200)
    better = class_means(noise + 0.25, truth, clusters, classes=1, resamples=200)
    gain = better.gain_over(worse)
    assert (gain.value, gain.low, gain.high) == pytest.approx((0.25, 0.25, 0.25))


def test_a_histogram_is_of_shares_of_colours() -> None:
    pixels = np.zeros((2, 2, 3), np.uint8)
    pixels[0, 0] = (255, 0, 32)
    shares = histogram(pixels)
    assert shares[0] == 0.75
    assert shares[7 * BINS * BINS + 1] == 0.25
    assert shares.sum() == 1


def test_like_colours_are_nearer_and_what_cannot_be_read_is_like_nothing(tmp_path: Path) -> None:
    colours = {"red": (200, 0, 0), "dark red": (140, 0, 0), "also red": (201, 1, 1)}
    paths = []
    for name, colour in colours.items():
        paths.append(tmp_path / f"{name}.png")
        Image.new("RGB", (40, 40), colour).save(paths[-1])
    told: list[int] = []
    rows = histograms([*paths, tmp_path / "absent.png"], FitSpec(32, 32), progress=told.append)
    (similar,) = intersections(rows[:1], rows[1:])
    assert similar.tolist() == pytest.approx([0, 1, 0], abs=1e-6)
    assert told == [1, 2, 3, 4]
