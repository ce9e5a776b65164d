"""What the network is fed."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from training.batches import Batches, Draw, class_weights

LABELS = np.repeat([0, 1, 2], [800, 150, 50])


def batches(*, balance: float, epoch: int = 0, examples: int = 960) -> Batches:
    pixels = np.zeros((1000, 1, 1, 3), np.uint8)
    draw = Draw(
        rows=np.arange(1000), balance=balance, batch_size=32, examples=examples, seed=1, epoch=epoch
    )
    return Batches(pixels, LABELS, draw)


def labels_of(drawn: Batches) -> NDArray[np.int64]:
    return np.concatenate([drawn[index][1] for index in range(len(drawn))])


@pytest.mark.parametrize(
    ("balance", "shares"), [(0.0, (0.8, 0.15, 0.05)), (1.0, (1 / 3, 1 / 3, 1 / 3))]
)
def test_classes_are_drawn_as_often_as_asked(balance: float, shares: tuple[float, ...]) -> None:
    drawn = np.bincount(labels_of(batches(balance=balance)), minlength=3) / 960
    np.testing.assert_allclose(drawn, shares, atol=0.03)


def test_weights_sum_to_one_and_favour_the_rare() -> None:
    weights = class_weights(LABELS, balance=0.5)
    assert weights.sum() == pytest.approx(1)
    assert weights[0] < weights[900] < weights[999]


def test_the_draw_depends_on_seed_and_epoch_alone() -> None:
    third = batches(balance=1.0)
    third.on_epoch_end()
    third.on_epoch_end()
    np.testing.assert_array_equal(labels_of(third), labels_of(batches(balance=1.0, epoch=2)))
    assert (labels_of(batches(balance=1.0)) != labels_of(third)).any()


def test_without_balance_a_whole_epoch_shows_each_image_once() -> None:
    pixels = np.zeros((64, 1, 1, 3), np.uint8)
    pixels[:, 0, 0, 0] = np.arange(64)
    draw = Draw(rows=np.arange(64), balance=0.0, batch_size=16, examples=64, seed=3)
    drawn = Batches(pixels, np.zeros(64, np.int64), draw)
    seen = np.concatenate([drawn[index][0][:, 0, 0, 0] for index in range(len(drawn))])
    assert sorted(seen) == list(range(64))


def test_only_the_rows_given_are_drawn() -> None:
    pixels = np.zeros((1000, 1, 1, 3), np.uint8)
    draw = Draw(rows=np.arange(800, 1000), balance=1.0, batch_size=10, examples=100, seed=1)
    drawn = Batches(pixels, LABELS, draw)
    assert set(labels_of(drawn)) == {1, 2}
