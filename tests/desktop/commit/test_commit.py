"""What can be answered, and what the plots count."""

from __future__ import annotations

from core.taxonomy import HAM10000
from desktop.commit.choices import choices_of


def test_every_class_can_be_answered_and_that_it_is_left_open() -> None:
    choices = choices_of(HAM10000)
    assert {choice.code for choice in choices} == {entry.code for entry in HAM10000} | {""}
    assert [choice.malignant for choice in choices if not choice.code] == [True, False]
    assert all(("malignant" in choice.words.lower()) == choice.malignant for choice in choices)
