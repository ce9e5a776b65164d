"""No group stands on two sides, and each class on every side."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.datasets import Sample
from core.datasets.ham10000 import read_ham10000
from core.errors import DatasetError
from training.audit.clusters import groups_among
from training.dividing import folds_by_lesion, group_of, split_as_given, split_by_lesion
from training.splits import PARTS, Split


def samples_of(sizes: list[int], *, codes: tuple[str, ...] = ("mel", "nv")) -> list[Sample]:
    """Lesions with so many images each, classes in turn."""
    return [
        Sample(f"{lesion}-{n}", Path("x.jpg"), codes[lesion % len(codes)], str(lesion), "x")
        for lesion, count in enumerate(sizes)
        for n in range(count)
    ]


def parts_of(split: Split) -> tuple[tuple[str, ...], ...]:
    return tuple(getattr(split, part) for part in PARTS)


def require_sound(samples: list[Sample], parts: tuple[tuple[str, ...], ...]) -> None:
    """Every image once, every lesion in one part, every class in each."""
    by_id = {sample.image_id: sample for sample in samples}
    assert Counter(name for part in parts for name in part) == Counter(list(by_id))
    groups = [{group_of(by_id[name]) for name in part} for part in parts]
    for first, second in combinations(groups, 2):
        assert not first & second
    for part in parts:
        assert {by_id[name].code for name in part} == {sample.code for sample in samples}


SIZES = st.lists(st.integers(1, 6), min_size=60, max_size=120)
CLASSES = st.sampled_from([("mel", "nv"), ("mel", "nv", "nv", "nv", "df"), ("a", "b", "c")])


@given(SIZES, CLASSES, st.integers(0, 1000))
def test_a_split_is_sound(sizes: list[int], codes: tuple[str, ...], seed: int) -> None:
    samples = samples_of(sizes, codes=codes)
    require_sound(samples, parts_of(split_by_lesion(samples, seed=seed)))


@given(SIZES, CLASSES, st.integers(3, 6), st.integers(0, 1000))
def test_folds_are_sound(sizes: list[int], codes: tuple[str, ...], count: int, seed: int) -> None:
    samples = samples_of(sizes, codes=codes)
    folds = folds_by_lesion(samples, folds=count, seed=seed)
    require_sound(samples, folds.folds)
    assert len(folds.folds) == count


@given(
    st.lists(st.sampled_from(["mel", "nv", "df"]), min_size=12, max_size=60),
    st.integers(0, 20),
)
def test_what_cannot_be_divided_is_refused_and_never_divided_badly(
    codes: list[str], seed: int
) -> None:
    samples = [Sample(str(n), Path("x.jpg"), code) for n, code in enumerate(codes)]
    try:
        split = split_by_lesion(samples, seed=seed)
    except DatasetError:
        assert min(Counter(codes).values()) < 10
    else:
        require_sound(samples, parts_of(split))


def test_a_class_of_three_lesions_stands_on_each_side() -> None:
    samples = [*samples_of([1] * 100, codes=("mel", "nv"))]
    samples += [Sample(f"rare{n}", Path("x.jpg"), "df") for n in range(3)]
    require_sound(samples, parts_of(split_by_lesion(samples, seed=1)))


def test_a_class_of_two_lesions_is_named() -> None:
    samples = [*samples_of([1] * 100), *(Sample(f"r{n}", Path("x"), "df") for n in range(2))]
    with pytest.raises(DatasetError, match=r"The class 'df' has 2 lesions .* too few"):
        split_by_lesion(samples, seed=1)


def test_the_same_seed_gives_the_same_hash_and_another_another() -> None:
    samples = samples_of([2] * 80)
    assert split_by_lesion(samples, seed=1).sha256 == split_by_lesion(samples, seed=1).sha256
    assert split_by_lesion(samples, seed=1).sha256 != split_by_lesion(samples, seed=2).sha256


def test_a_lesion_of_two_classes_is_refused() -> None:
    samples = samples_of([1] * 40)
    samples.append(Sample("again", Path("again.jpg"), "nv", samples[0].lesion_id, "x"))
    with pytest.raises(DatasetError, match="bears two classes, mel and nv"):
        split_by_lesion(samples, seed=1)


def test_too_few_lesions_for_the_folds_are_refused() -> None:
    with pytest.raises(DatasetError, match="do not make 10 folds"):
        split_by_lesion(samples_of([1] * 6), seed=1)


def test_ham10000_is_split_by_lesion_as_the_shipped_model_was(shared_data: Path) -> None:
    samples = list(read_ham10000(shared_data / "ham10000").trainable)
    assert len(samples) == 10_015
    assert len({sample.lesion_id for sample in samples}) == 7470
    split = split_by_lesion(samples, seed=20260101, groups=groups_among(samples))
    require_sound(samples, parts_of(split))
    assert 0.18 < len(split.test) / len(samples) < 0.22
    assert split.sha256 == "bbaa2c2316c0e7947d10f80b7c2615629e3e748c114d0ed4055a17005cea63e3"


def test_groups_stay_together_where_no_lesion_is_known() -> None:
    samples = [Sample(str(n), Path(f"{n}.jpg"), ("mel", "nv")[n % 2]) for n in range(120)]
    groups = {str(n): f"pair {n // 4}" if n % 2 == 0 else str(n) for n in range(120)}
    split = split_by_lesion(samples, seed=3, groups=groups)
    side_of = {name: part for part in PARTS for name in getattr(split, part)}
    for n in range(0, 120, 4):
        assert side_of[str(n)] == side_of[str(n + 2)]


def test_a_sets_own_sides_are_kept_and_validation_comes_from_train() -> None:
    samples = [
        Sample(f"{side}{n}", Path("x.jpg"), ("mel", "nv")[n % 2], origin=side)
        for side, count in (("train", 80), ("test", 10))
        for n in range(count)
    ]
    groups = {s.image_id: s.image_id for s in samples} | {"train0": "twins", "train2": "twins"}
    for seed in range(10):
        split = split_as_given(samples, seed=seed, groups=groups)
        assert set(split.test) == {f"test{n}" for n in range(10)}
        assert set(split.train) | set(split.validation) == {f"train{n}" for n in range(80)}
        assert 7 <= len(split.validation) <= 9
        assert ("train0" in split.train) == ("train2" in split.train)


def test_a_set_without_sides_is_refused_as_given() -> None:
    with pytest.raises(DatasetError, match="no sides of its own"):
        split_as_given(samples_of([1] * 40), seed=1)
