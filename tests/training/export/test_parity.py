"""A difference between two answers is never overlooked."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.model import RawAnswer
from tests.core.tiny import tiny_bundle
from training.errors import RunError
from training.export.parity import compare, differences, require_parity


def answer(**changes: float) -> RawAnswer:
    """Answer with ones, but for the first value of each output named."""
    arrays = {name: np.ones((1, 2), np.float32) for name in RawAnswer.__slots__}
    for name, value in changes.items():
        arrays[name][0, 0] = value
    return RawAnswer(**arrays)


def test_the_same_answers_do_not_differ() -> None:
    assert set(differences(answer(), answer()).values()) == {0.0}


def test_a_difference_is_a_share_of_the_largest_value() -> None:
    found = differences(answer(logits=-4.0), answer(logits=-4.4))
    assert found["logits"] == pytest.approx(0.1)
    assert found["heat_maps"] == 0


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_what_is_no_number_is_infinitely_far(value: float) -> None:
    assert differences(answer(), answer(embedding=value))["embedding"] == np.inf


def test_the_largest_of_all_images_counts() -> None:
    pixels = np.arange(3, dtype=np.uint8).reshape(3, 1)
    found = compare(lambda _: answer(), lambda batch: answer(logits=1 + batch[0, 0]), pixels)
    assert found["logits"] == pytest.approx(2)


def test_another_network_is_noticed(tmp_path: Path) -> None:
    bundle = tiny_bundle(tmp_path)
    pixels = np.zeros((1, *bundle.card.preprocessing.shape), np.uint8)

    def otherwise(_: object) -> RawAnswer:
        shapes = ((1, 7), (1, 7, 16, 24), (1, 8))
        return RawAnswer(*(np.ones(shape, np.float32) for shape in shapes))

    with pytest.raises(RunError, match="answers otherwise"):
        require_parity(bundle, otherwise, pixels)
