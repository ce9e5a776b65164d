"""What the metadata say, counted by hand."""

from __future__ import annotations

import numpy as np
import pytest

from tests.training.explore.small import sample
from training.explore import counts
from training.explore.counts import ClassCount, Field

SAMPLES = (
    sample("a", "mel", lesion="1", age=70.0, sex="male", confirmation="histopathology"),
    sample("b", "mel", lesion="1", age=70.0, sex="male", confirmation="histopathology"),
    sample("c", "mel", lesion="2", sex="female", confirmation="histopathology"),
    sample("d", "nv", lesion="3", age=0.0, sex="female", confirmation="follow-up"),
    sample("e", "nv", sex="male", confirmation="follow-up"),
)
CODES = ("mel", "nv", "df")


def test_images_and_lesions_of_a_class() -> None:
    assert counts.class_counts(SAMPLES, CODES) == (
        ClassCount("mel", 3, 2),
        ClassCount("nv", 2, None),
        ClassCount("df", 0, 0),
    )


def test_lesions_by_their_images() -> None:
    assert counts.images_per_lesion(SAMPLES) == {1: 2, 2: 1}


def test_ages_leave_out_the_unknown_and_keep_a_newborn() -> None:
    found = counts.ages(SAMPLES, CODES)
    assert [values.tolist() for values in found.values()] == [[70.0, 70.0], [0.0], []]


def test_what_is_missing_is_counted_by_class() -> None:
    found = counts.missing(SAMPLES, CODES)
    assert found[Field.LESION].tolist() == [0, 1, 0]
    assert found[Field.AGE].tolist() == [1, 1, 0]
    assert found[Field.SEX].tolist() == [0, 0, 0]
    assert found[Field.SITE].tolist() == [3, 2, 0]


def test_values_stand_most_frequent_first() -> None:
    table = counts.field_table(SAMPLES, CODES, Field.SEX)
    assert table.values == ("male", "female")
    assert table.counts.tolist() == [[2, 1], [1, 1], [0, 0]]
    assert table.known == 5
    assert table.only(["nv"]).counts.tolist() == [[1, 1]]


def test_a_field_that_only_one_class_has_gives_it_away() -> None:
    table = counts.field_table(SAMPLES, CODES, Field.CONFIRMATION)
    assert table.giveaway == 1.0
    assert table.chance == 0.5


def test_a_rule_of_one_field_is_right_as_often_as_told() -> None:
    table = counts.field_table(SAMPLES, CODES, Field.SEX)
    # male: mel, in which it is 2 of 3; female: nv, in which it is 1 of 2
    assert table.giveaway == pytest.approx((2 / 3 + 1 / 2) / 2)


def test_a_field_alike_in_all_classes_gives_nothing_away() -> None:
    pairs = [(code, value) for code in "abcd" for value in "xyz" for _ in range(7)]
    table = counts.cross(pairs, tuple("abcd"))
    assert table.giveaway == pytest.approx(0.25)
    assert table.giveaway == table.chance


def test_one_class_has_nothing_to_give_away() -> None:
    table = counts.cross([("a", "x"), ("a", "y")], ("a", "b"))
    assert (table.giveaway, table.chance) == (None, None)


def test_nothing_known_is_an_empty_table() -> None:
    table = counts.field_table(SAMPLES, CODES, Field.SITE)
    assert (table.values, table.known, table.counts.shape) == ((), 0, (3, 0))
    assert np.issubdtype(table.counts.dtype, np.integer)
