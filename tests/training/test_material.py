"""Where an experiment's weights are looked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.datasets import Dataset
from core.datasets.statement import Statement
from training.material import Material
from training.splits import Split

MATERIAL = Material(
    Dataset(Path("data"), Statement(name="a set"), ()), Split((), (), ()), Path("cache")
)


def test_weights_lie_beside_the_data_or_where_the_user_says() -> None:
    elsewhere = replace(MATERIAL, weights=Path("mine.npz"))
    assert MATERIAL.start_of("../weights/a.npz") == Path("data/../weights/a.npz")
    assert elsewhere.start_of("../weights/a.npz") == Path("mine.npz")


def test_what_is_no_file_stays_what_it_is() -> None:
    elsewhere = replace(MATERIAL, weights=Path("mine.npz"))
    assert elsewhere.start_of(None) is None
    assert elsewhere.start_of("imagenet") == "imagenet"
