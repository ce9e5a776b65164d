"""No two classes become one because their names look alike."""

from __future__ import annotations

import pytest

from core.datasets.naming import class_codes, side_of
from core.datasets.statement import ClassStatement, Statement
from core.errors import DatasetError

NOTHING = Statement(name="a set")


def codes(*sides: list[str], statement: Statement = NOTHING) -> dict[str, str]:
    return class_codes(sides, statement=statement)


def test_numbers_are_counts_unless_they_alone_tell_classes_apart() -> None:
    assert codes(["1. Alopecia 300", "2. Acne 12k"]) == {
        "1. Alopecia 300": "alopecia",
        "2. Acne 12k": "acne",
    }
    assert set(codes(["grade 1", "grade 2", "normal"]).values()) == {"grade_1", "grade_2", "normal"}


def test_counts_may_differ_between_sides() -> None:
    assert set(codes(["Alopecia 300", "Acne"], ["Alopecia 30", "Acne"]).values()) == {
        "alopecia",
        "acne",
    }
    grades = codes(["grade 1", "grade 2"], ["grade 2", "grade 3"])
    assert set(grades.values()) == {"grade_1", "grade_2", "grade_3"}


def test_numbers_alone_are_classes_also_as_spreadsheets_write_them() -> None:
    assert codes(["0", "1"]) == {"0": "class_0", "1": "class_1"}
    assert codes(["4.0", "6.0"]) == {"4.0": "class_4", "6.0": "class_6"}


@pytest.mark.parametrize("names", [["Cherry angioma", "Angiokeratoma"], ["eksim", "Eczema"]])
def test_two_names_of_one_class_are_not_joined_in_silence(names: list[str]) -> None:
    with pytest.raises(DatasetError, match=f"'{names[0]}' and '{names[1]}' both mean the class"):
        codes(names)
    assert len(set(codes(names[:1], names[1:]).values())) == 1  # on two sides they may


def test_case_and_accents_make_no_class() -> None:
    assert set(codes(["Melanoma", "MELANOMA", "melanóma"]).values()) == {"mel"}


def test_a_statement_tells_apart_what_is_known_as_one() -> None:
    stated = {
        code: ClassStatement(name=code, explanation="Small vessels.", malignant=False)
        for code in ("cherry_angioma", "angiokeratoma")
    }
    found = codes(
        ["Cherry angioma", "Angiokeratoma", "nevus"],
        statement=Statement(name="a set", classes=stated),
    )
    assert list(found.values()) == ["cherry_angioma", "angiokeratoma", "nv"]


def test_a_mixture_of_two_classes_is_neither_of_them() -> None:
    (code,) = codes(["Melanoma Skin Cancer Nevi and Moles"]).values()
    assert code == "melanoma_skin_cancer_nevi_and_moles"


def test_a_name_without_letters_is_refused() -> None:
    with pytest.raises(DatasetError, match="cannot be the name of a class"):
        codes(["!!!"])


def test_sides_are_named_in_two_languages() -> None:
    assert [side_of(name) for name in ("Train", " UJI ", "val", "fold 3")] == [
        "train",
        "test",
        "validation",
        None,
    ]
