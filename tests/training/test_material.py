"""Where an experiment's weights are looked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.datasets import Dataset
from core.datasets.statement import Statement
from training.experiment import BUNDLE, Classification, Distilling
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


def test_a_teacher_finds_its_own_weights_where_the_student_starts_as_a_model() -> None:
    teacher = Classification(name="teacher", weights="../weights/a.npz")
    from_scratch = Distilling(name="student", teacher=teacher, stages=())
    begun = replace(from_scratch, weights=BUNDLE)
    elsewhere = replace(MATERIAL, weights=Path("mine"))
    assert elsewhere.start_of(begun.weights) == Path("mine")
    assert elsewhere.for_teacher(begun).start_of(teacher.weights) == Path("data/../weights/a.npz")
    assert elsewhere.for_teacher(from_scratch).start_of(teacher.weights) == Path("mine")
