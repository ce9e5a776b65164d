"""What two stored findings say differently."""

from __future__ import annotations

import pytest

from core.cases.records import StoredAnalysis
from core.followup.probabilities import finding_change


def analysis(*, model: str = "a", malignant: float = 0.1, **content: object) -> StoredAnalysis:
    return StoredAnalysis(
        image_id="i", model_name="m", model_version="1", model_sha256=model * 64, finding="nv",
        probability=0.8, malignant=malignant, content=content,
    )  # fmt: skip


def test_every_class_and_the_malignant_total_are_compared() -> None:
    change = finding_change(
        analysis(malignant=0.1, probabilities={"nv": 0.9, "mel": 0.1}),
        analysis(malignant=0.7, probabilities={"nv": 0.3, "mel": 0.7}),
    )
    assert [one.code for one in change.classes] == ["mel", "nv"]
    assert [one.points for one in change.classes] == pytest.approx([0.6, -0.6])
    assert change.malignant.points == pytest.approx(0.6)
    assert not change.other_model
    assert not change.other_case_mix
    assert change.unlike == (False, False)


def test_another_model_is_told() -> None:
    assert finding_change(analysis(), analysis(model="b")).other_model


def test_another_case_mix_is_told() -> None:
    assert finding_change(analysis(prevalence=None), analysis(prevalence={"nv": 1})).other_case_mix
    assert not finding_change(analysis(), analysis(prevalence=None)).other_case_mix


def test_only_classes_that_both_know_are_compared() -> None:
    change = finding_change(
        analysis(probabilities={"nv": 0.9, "df": 0.1}), analysis(probabilities={"nv": 1.0})
    )
    assert [one.code for one in change.classes] == ["nv"]


def test_an_old_record_has_at_least_its_finding() -> None:
    change = finding_change(analysis(), analysis(probabilities={"nv": 0.5, "mel": 0.5}))
    assert [(one.code, one.older) for one in change.classes] == [("nv", 0.8)]


def test_a_picture_unlike_any_lesion_is_told() -> None:
    novel = analysis(novelty={"novel": True})
    assert finding_change(analysis(novelty={"novel": False}), novel).unlike == (False, True)
