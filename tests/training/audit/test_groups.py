"""What pairs connect becomes a group, and a group that is torn apart leaks."""

from __future__ import annotations

from pathlib import Path

from core.copies.pairs import exact_pairs
from core.datasets import Sample
from tests.training.audit.sets import phantom, save
from training.audit.clusters import grouped, groups_among
from training.audit.leaks import leaking_pairs
from training.splits import Split


def test_groups_join_what_pairs_connect_over_several_steps() -> None:
    samples = [Sample(name, Path(name), "x") for name in "abcde"]
    assert grouped(samples, [(0, 2), (2, 4)]) == {"a": "a", "b": "b", "c": "a", "d": "d", "e": "a"}
    assert grouped(samples, []) == {name: name for name in "abcde"}


def test_groups_of_files(tmp_path: Path) -> None:
    paths = [save(phantom("mel", seed=s), tmp_path / f"{n}.png") for n, s in enumerate((1, 2, 1))]
    samples = [Sample(path.stem, path, "mel") for path in paths]
    assert groups_among(samples) == {"0": "0", "1": "1", "2": "0"}
    assert groups_among(samples, further=[(1, 2)]) == dict.fromkeys("012", "0")


def test_equal_bytes_join_known_lesions_and_a_copy_joins_the_lesion_it_shows(
    tmp_path: Path,
) -> None:
    paths = [save(phantom("mel", seed=s), tmp_path / f"{n}.png") for n, s in enumerate((1, 2, 1))]
    known = [Sample(p.stem, p, "mel", lesion_id=f"L{p.stem}") for p in paths]
    assert groups_among(known) == {"0": "L0", "1": "L1", "2": "L0"}
    save(phantom("mel", seed=2).resize((90, 70)), tmp_path / "3.png")
    mixed = [*known, Sample("3", tmp_path / "3.png", "mel")]
    assert groups_among(mixed)["3"] == "L1"


def test_a_torn_lesion_leaks() -> None:
    samples = [Sample(name, Path(name), "x", lesion_id=lesion) for name, lesion in
               (("a", "1"), ("b", "1"), ("c", "2"), ("d", None))]  # fmt: skip
    split = Split(("a", "c"), (), ("b", "d"))
    assert leaking_pairs(samples, split) == [(0, 1)]
    assert leaking_pairs(samples, split, copies=[(2, 3)]) == [(0, 1), (2, 3)]


def test_files_that_could_not_be_hashed_are_no_copies() -> None:
    assert exact_pairs([None, None, "a", "b", "a"]) == [(2, 4)]
