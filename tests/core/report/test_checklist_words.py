"""A checklist says its score only where there is one, and what is open where there is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from core.cases.filled_checklist import FilledChecklist
from core.checklists.kinds import ChecklistKind
from core.checklists.seven_point import SEVEN_POINT
from core.report.checklist_words import checklist_words

WHOLE = {
    one.code: ("present" if one.code in {"veil", "dots"} else "absent",)
    for one in SEVEN_POINT.criteria
}
FILLED = FilledChecklist(
    lesion_id="l", kind=ChecklistKind.SEVEN_POINT, day=date(2026, 2, 3), source="Dr. Ø",
    answers=WHOLE,
)  # fmt: skip
PARTLY = replace(FILLED, answers={"veil": ("present",)})


def test_a_complete_one_says_its_score_and_what_is_present() -> None:
    words = checklist_words(FILLED)
    head = "Seven-point checklist of dermoscopy, 3 Feb 2026, Dr. Ø: score 3 (3 or more: melanoma"
    assert words.startswith(head)
    assert words.endswith(" Present: blue-whitish veil, irregular dots or globules.")


def test_the_image_that_was_judged_is_named_by_its_day() -> None:
    words = checklist_words(FILLED, image="14 Jan 2026")
    assert "3 Feb 2026, Dr. Ø, on the image of 14 Jan 2026: score 3" in words


def test_an_incomplete_one_says_what_is_open_and_no_score() -> None:
    words = checklist_words(PARTLY)
    assert "incomplete, 1 of 7 answered, so there is no score; open: atypical pigment" in words
    assert "melanoma" not in words
    assert words.endswith(" Present: blue-whitish veil.")


def test_what_is_absent_is_not_read_as_present() -> None:
    absent = {one.code: ("absent",) for one in SEVEN_POINT.criteria}
    words = checklist_words(replace(FILLED, answers=absent))
    assert words.endswith("score 0 (under the threshold of 3). Present: none of them.")


def test_answers_of_several_options_are_named() -> None:
    answers = {"asymmetry": ("1",), "colours": ("black", "red")}
    words = checklist_words(replace(FILLED, kind=ChecklistKind.ABCD, answers=answers))
    assert words.endswith(" Asymmetry: in one axis; Colours: red, black.")


def test_an_untouched_one_says_so() -> None:
    words = checklist_words(replace(FILLED, kind=ChecklistKind.ABCD, answers={}, source=""))
    assert words == (
        "ABCD rule of dermoscopy, 3 Feb 2026: incomplete, 0 of 4 answered, so there is no score; "
        "open: asymmetry, border, colours, dermoscopic structures."
    )
