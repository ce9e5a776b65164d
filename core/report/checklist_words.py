"""Checklists in words, the same in the window and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.cases.filled_checklist import FilledChecklist
from core.checklists.checklist import PRESENCE
from core.checklists.known import CHECKLISTS
from core.language import number, say
from core.report.case_words import day_words
from core.wording import in_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.cases.filled_checklist import FilledChecklist
    from core.checklists.checklist import Answers, Checklist, Criterion


def checklist_words(filled: FilledChecklist, *, image: str = "") -> str:
    """Say a checklist: which, when, by whom, its sum, and every answer.

    Parameters
    ----------
    filled : FilledChecklist
        The checklist.
    image : str
        Day of the image that was judged, if it is one and is there.
    """
    checklist = CHECKLISTS[filled.kind]
    judged = say("on the image of {day}", day=image) if image else ""
    head = (say(checklist.name), day_words(filled.day), filled.source, judged)
    answers = "; ".join(_answered(checklist, filled.answers)) if filled.answers else ""
    tail = f" {answers}." if answers else ""
    words = score_words(checklist, filled.answers)
    return f"{', '.join(filter(None, head))}: {words}.{tail}"


def score_words(checklist: Checklist, answers: Answers) -> str:
    """Say the sum and what it means; while anything is open, what that is instead."""
    score = checklist.score(answers)
    if score is not None:
        meaning = say(checklist.meaning(score).words)
        return f"{say(checklist.score_name)} {number(score)} ({meaning})"
    open_ones = checklist.unanswered(answers)
    total = len(checklist.criteria)
    return say(
        "incomplete, {done} of {total} answered, so there is no score; open: {names}",
        done=total - len(open_ones),
        total=total,
        names=", ".join(in_sentence(one.name) for one in open_ones),
    )


def _answered(checklist: Checklist, answers: Answers) -> Iterator[str]:
    """Say each answer; where it is present or absent, name what is present."""
    if all(one.options == PRESENCE for one in checklist.criteria):
        names = [in_sentence(one.name) for one in checklist.criteria if _present(one, answers)]
        yield say("Present: {names}", names=", ".join(names) or say("none of them"))
        return
    for criterion in checklist.criteria:
        chosen = answers.get(criterion.code, ())
        if criterion.points(chosen) is not None:
            yield f"{say(criterion.name)}: {_options(criterion, chosen)}"


def _present(criterion: Criterion, answers: Answers) -> bool:
    return bool(criterion.points(answers.get(criterion.code, ())))


def _options(criterion: Criterion, chosen: tuple[str, ...]) -> str:
    words = [option.words for option in criterion.options if option.code in chosen]
    return ", ".join(in_sentence(word) for word in words)
