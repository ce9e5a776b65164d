"""The seven classes are right, and a class that is wrong cannot be made."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from core.taxonomy import HAM10000, Code, CodeSystem, LesionClass

ALL_CODES = [code for lesion in HAM10000 for code in lesion.codes]

# Verhoeff's published tables, written out: an oracle that shares nothing with the code under test.
MULTIPLICATION = (
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
    "5987604321", "6598710432", "7659821043", "8765932104", "9876543210",
)  # fmt: skip
PERMUTATION = (
    "0123456789", "1576283094", "5803796142", "8916043527",
    "9453126870", "4286573901", "2793806415", "7046913258",
)  # fmt: skip


def verhoeff_by_tables(digits: str) -> bool:
    check = 0
    for place, digit in enumerate(reversed(digits)):
        check = int(MULTIPLICATION[check][int(PERMUTATION[place % 8][int(digit)])])
    return check == 0


def a_class(**changes: Any) -> LesionClass:
    return dataclasses.replace(HAM10000[0], **changes)


def test_the_classes_stand_in_the_order_of_the_data_set() -> None:
    assert [c.code for c in HAM10000] == ["akiec", "bcc", "bkl", "df", "mel", "nv", "vasc"]
    assert {c.code for c in HAM10000 if c.malignant} == {"mel", "bcc", "akiec"}


@pytest.mark.parametrize("lesion", HAM10000, ids=lambda c: c.code)
def test_every_class_explains_itself_in_two_to_four_sentences(lesion: LesionClass) -> None:
    assert 2 <= len(re.findall(r"[.!?](?=\s|$)", lesion.explanation)) <= 4
    assert any("doi:10.1038/sdata.2018.161" in source for source in lesion.sources)
    assert lesion.codes_of(CodeSystem.ICD_10)
    assert lesion.codes_of(CodeSystem.SNOMED_CT)


def test_akiec_says_what_it_joins_and_why_it_counts_as_malignant() -> None:
    text = HAM10000[0].explanation
    for part in (
        "actinic keratosis",
        "precursor",
        "Bowen's disease",
        "carcinoma in situ",
        "counted",
    ):
        assert part in text


@pytest.mark.parametrize(
    "code", [c for c in ALL_CODES if c.system is CodeSystem.SNOMED_CT], ids=lambda c: c.value
)
def test_snomed_identifiers_pass_verhoeff_by_the_published_tables(code: Code) -> None:
    assert verhoeff_by_tables(code.value)


def test_morphology_behaves_as_the_class_does() -> None:
    for lesion in HAM10000:
        behaviours = {code.value[-1] for code in lesion.codes_of(CodeSystem.ICD_O_3)}
        assert behaviours <= ({"2", "3"} if lesion.malignant else {"0"})


@given(st.integers(10**5, 10**18 - 1).map(str))
def test_code_accepts_exactly_the_snomed_numbers_that_the_tables_accept(digits: str) -> None:
    if verhoeff_by_tables(digits):
        assert Code(system=CodeSystem.SNOMED_CT, value=digits, display="x").value == digits
    else:
        with pytest.raises(ValueError, match="check digit"):
            Code(system=CodeSystem.SNOMED_CT, value=digits, display="x")


@pytest.mark.parametrize(
    ("system", "value"),
    [
        (CodeSystem.ICD_10, "C43.51"),  # national digits are not WHO's
        (CodeSystem.ICD_10, "c43"),
        (CodeSystem.ICD_O_3, "8720"),
        (CodeSystem.ICD_O_3, "8720/4"),
        (CodeSystem.SNOMED_CT, "93655005"),
        (CodeSystem.SNOMED_CT, "00000"),
        (CodeSystem.SNOMED_CT, "٩٣٦٥٥٠٠٤"),  # digits, but not ASCII
    ],
)
def test_a_malformed_code_is_refused(system: CodeSystem, value: str) -> None:
    with pytest.raises(ValueError, match=r"code of|check digit"):
        Code(system=system, value=value, display="x")


@pytest.mark.parametrize(
    "changes",
    [
        {"code": "Melanoma!"},
        {"name": "  "},
        {"explanation": ""},
        {"malignant": "false"},
        {"sources": ()},
        {"sources": ("",)},
        {"other_names": ("twice", "twice")},
        {"codes": HAM10000[0].codes[:1] * 2},
    ],
)
def test_an_incomplete_class_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"code of a class|true or false|lacks|twice"):
        a_class(**changes)


def test_a_code_without_meaning_is_refused() -> None:
    with pytest.raises(ValueError, match="meaning"):
        Code(system=CodeSystem.ICD_10, value="C43", display=" ")


@pytest.mark.parametrize("lesion", HAM10000, ids=lambda c: c.code)
def test_a_class_survives_json(lesion: LesionClass) -> None:
    adapter = TypeAdapter(LesionClass)
    assert adapter.validate_json(adapter.dump_json(lesion)) == lesion
