"""No lesion stands on two sides."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.datasets import Sample
from training.datasets.ham10000 import read_ham10000
from training.errors import DatasetError
from training.splits import PARTS, Split, group_of, split_as_given, split_by_lesion


def samples_of(sizes: list[int], *, codes: tuple[str, ...] = ("mel", "nv")) -> list[Sample]:
    """Lesions with so many images each, classes in turn."""
    return [
        Sample(
            f"{lesion}-{n}", Path(f"{lesion}-{n}.jpg"), codes[lesion % len(codes)], str(lesion), "x"
        )
        for lesion, count in enumerate(sizes)
        for n in range(count)
    ]


def sides(samples: list[Sample], split: Split) -> dict[str, set[str]]:
    lesion_of = {sample.image_id: group_of(sample, {}) for sample in samples}
    return {part: {lesion_of[name] for name in getattr(split, part)} for part in PARTS}


@given(st.lists(st.integers(1, 6), min_size=60, max_size=120), st.integers(0, 1000))
def test_no_lesion_is_torn_apart_and_no_image_is_lost(sizes: list[int], seed: int) -> None:
    samples = samples_of(sizes)
    split = split_by_lesion(samples, seed=seed)
    lesions = sides(samples, split)
    assert not lesions["train"] & lesions["validation"]
    assert not lesions["train"] & lesions["test"]
    assert not lesions["validation"] & lesions["test"]
    named = [name for part in PARTS for name in getattr(split, part)]
    assert Counter(named) == Counter(sample.image_id for sample in samples)


def test_the_same_seed_gives_the_same_hash_and_another_another() -> None:
    samples = samples_of([2] * 80)
    assert split_by_lesion(samples, seed=1).sha256 == split_by_lesion(samples, seed=1).sha256
    assert split_by_lesion(samples, seed=1).sha256 != split_by_lesion(samples, seed=2).sha256


def test_saved_and_loaded_is_the_same(tmp_path: Path) -> None:
    split = split_by_lesion(samples_of([2] * 80), seed=1)
    split.save(tmp_path / "split.json")
    assert Split.load(tmp_path / "split.json").sha256 == split.sha256


@pytest.mark.parametrize("content", ["", "[]", '{"train": []}', "\x00"])
def test_a_file_that_is_no_split_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "split.json"
    path.write_text(content)
    with pytest.raises(DatasetError, match="is not a split"):
        Split.load(path)


def test_a_lesion_of_two_classes_is_refused() -> None:
    samples = samples_of([1] * 40)
    samples.append(Sample("again", Path("again.jpg"), "nv", samples[0].lesion_id, "x"))
    with pytest.raises(DatasetError, match="bears two classes, mel and nv"):
        split_by_lesion(samples, seed=1)


def test_too_few_lesions_for_the_folds_are_refused() -> None:
    with pytest.raises(DatasetError, match="do not make 10 folds"):
        split_by_lesion(samples_of([1] * 6), seed=1)


def test_ham10000_is_split_by_lesion_with_all_classes_on_all_sides(shared_data: Path) -> None:
    samples = list(read_ham10000(shared_data / "ham10000").trainable)
    assert len(samples) == 10_015
    assert len({sample.lesion_id for sample in samples}) == 7470
    split = split_by_lesion(samples, seed=20260101)
    lesions = sides(samples, split)
    assert not lesions["train"] & (lesions["validation"] | lesions["test"])
    assert not lesions["validation"] & lesions["test"]
    code_of = {sample.image_id: sample.code for sample in samples}
    for part in PARTS:
        assert len({code_of[name] for name in getattr(split, part)}) == 7
    assert 0.18 < len(split.test) / len(samples) < 0.22


def test_like_images_stay_together_where_no_lesion_is_known() -> None:
    samples = [Sample(str(n), Path(f"{n}.jpg"), ("mel", "nv")[n % 2]) for n in range(120)]
    clusters = {str(n): f"pair {n // 4}" for n in range(0, 120, 2)}
    split = split_by_lesion(samples, seed=3, clusters=clusters)
    side_of = {name: part for part in PARTS for name in getattr(split, part)}
    for n in range(0, 120, 4):
        assert side_of[str(n)] == side_of[str(n + 2)]


def test_a_sets_own_sides_are_kept_and_validation_comes_from_train() -> None:
    samples = [
        Sample(f"{side}{n}", Path("x.jpg"), ("mel", "nv")[n % 2], origin=side)
        for side, count in (("train", 80), ("test", 10))
        for n in range(count)
    ]
    split = split_as_given(samples, seed=3)
    assert set(split.test) == {f"test{n}" for n in range(10)}
    assert set(split.train) | set(split.validation) == {f"train{n}" for n in range(80)}
    assert len(split.validation) == 8


def test_a_set_without_sides_is_refused_as_given() -> None:
    with pytest.raises(DatasetError, match="no sides of its own"):
        split_as_given(samples_of([1] * 40), seed=1)
