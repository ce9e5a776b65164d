"""What the archive calls what we know."""

from __future__ import annotations

import pytest

from core.datasets.statement import Statement
from core.isic.names import archive_names, label_of, levels_of


@pytest.mark.parametrize(
    ("levels", "code"),
    [
        (["Malignant", "Malignant proliferations (Melanoma)", "Melanoma in situ"], "mel"),
        (["Benign", "Benign melanocytic proliferations", "Nevus", "Nevus, NOS, Compound"], "nv"),
        (["Malignant", "x", "Squamous cell carcinoma in situ, Bowens disease"], "akiec"),
        (["Malignant", "x", "Squamous cell carcinoma, Invasive"], "scc"),
        (["Indeterminate", "x", "Solar or actinic keratosis"], "akiec"),
        (["Benign", "x", "Seborrheic keratosis", "Seborrheic keratosis, Clonal"], "sk"),
        (["nevus"], "nv"),
        (["Benign", "Benign soft tissue proliferations", "Clear cell acanthoma"],
         "clear_cell_acanthoma"),
        (["Benign"], "benign"),
    ],
)  # fmt: skip
def test_the_narrowest_name_that_is_known_counts(levels: list[str], code: str) -> None:
    assert label_of(levels, statement=Statement(name="ISIC archive")) == code


def test_names_are_asked_for_as_the_archive_has_them() -> None:
    assert archive_names("mel") == ("Melanoma*",)
    assert archive_names("Melanositik") == ("Melanositik",)
    assert "Seborrheic keratosis*" in archive_names("bkl")
    assert archive_names("psoriasis") == ("Psoriasis*",)


def test_former_answers_name_one_diagnosis() -> None:
    assert levels_of({"diagnosis": "nevus"}) == ["nevus"]
    assert levels_of({"diagnosis_1": "Benign", "diagnosis_2": None, "diagnosis": "nevus"}) == [
        "Benign"
    ]
    assert levels_of({"diagnosis": 3}) == []
