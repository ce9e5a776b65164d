"""Committed answers counted: how often they agreed, changed, and turned out right.

Right is judged by what pathology said later: by class where the answer names one, else by whether
the lesion is malignant.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.cases.commitment import CommittedAnswer
from core.cases.outcomes import Judged
from core.taxonomy.known import KNOWN
from core.trust.shares import Share


@dataclass(frozen=True, slots=True)
class ClassRow:
    """The answers about lesions that turned out to be of one class.

    Parameters
    ----------
    code : str
        Which class.
    first, final, model : Share
        How often the first answer, the last one and the model were right.
    """

    code: str
    first: Share
    final: Share
    model: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSummary:
    """All committed answers, counted.

    Parameters
    ----------
    answered, skipped : int
        Images with a first answer, and those whose finding was shown without one.
    same_class : Share
        First answers that name the class that the model found, of those that name one.
    same_side : Share
        First answers on the same side as the model's class: malignant or not.
    changed : Share
        Answers changed after the finding was shown.
    towards : Share
        Changes to what the model found.
    known : int
        Answers whose outcome is known.
    first, final, model : Share
        How often each was right, where the outcome is known.
    helped, harmed : Share
        Changes from wrong to right and from right to wrong, of those with an outcome.
    classes : tuple of ClassRow
        By outcome, the most frequent first.
    """

    answered: int
    skipped: int
    same_class: Share
    same_side: Share
    changed: Share
    towards: Share
    known: int
    first: Share
    final: Share
    model: Share
    helped: Share
    harmed: Share
    classes: tuple[ClassRow, ...]


def summarise(judged: Iterable[Judged]) -> AnswerSummary:
    """Count."""
    every = list(judged)
    answered = [one for one in every if one.commitment.first is not None]
    known = [one for one in answered if one.outcome]
    # What the model found unlike a lesion has no finding to agree with.
    found = [one for one in answered if not one.commitment.novel]
    changed = [one for one in answered if one.commitment.changed_mind]
    turned = [one for one in changed if one.outcome]
    return AnswerSummary(
        answered=len(answered),
        skipped=len(every) - len(answered),
        same_class=Share.of(agrees(one) for one in found if one.commitment.code),
        same_side=Share.of(_same_side(one) for one in found),
        changed=Share(len(changed), len(answered)),
        towards=Share.of(_towards(one) for one in changed if not one.commitment.novel),
        known=len(known),
        first=Share.of(first_right(one) for one in known),
        final=Share.of(final_right(one) for one in known),
        model=Share.of(model_right(one) for one in known if not one.commitment.novel),
        helped=Share.of(final_right(one) and not first_right(one) for one in turned),
        harmed=Share.of(first_right(one) and not final_right(one) for one in turned),
        classes=_classes(known),
    )


def agrees(one: Judged) -> bool:
    """Whether the first answer names the class that the model found."""
    return one.commitment.code == one.commitment.finding


def first_right(one: Judged) -> bool:
    """Whether the first answer is what pathology said."""
    return _is_right(one.commitment.first, one.outcome)


def final_right(one: Judged) -> bool:
    """Whether the last answer is what pathology said."""
    return _is_right(one.commitment.final, one.outcome)


def model_right(one: Judged) -> bool:
    """Whether the model is, judged as the clinician is: by class only where they named one."""
    commitment = one.commitment
    if commitment.code:
        return commitment.finding == one.outcome
    return commitment.finding_malignant == _is_malignant(one.outcome)


def _is_right(answer: CommittedAnswer | None, outcome: str) -> bool:
    if answer is None:
        return False
    if answer.code:
        return answer.code == outcome
    return answer.malignant == _is_malignant(outcome)


def _is_malignant(code: str) -> bool:
    return code in KNOWN and KNOWN[code].malignant


def _same_side(one: Judged) -> bool:
    return one.commitment.malignant == one.commitment.finding_malignant


def _towards(one: Judged) -> bool:
    final, commitment = one.commitment.final, one.commitment
    if final is None:
        return False
    if final.code:
        return final.code == commitment.finding
    return final.malignant == commitment.finding_malignant


def _classes(known: Sequence[Judged]) -> tuple[ClassRow, ...]:
    by_code: dict[str, list[Judged]] = {}
    for one in known:
        by_code.setdefault(one.outcome, []).append(one)
    ranked = sorted(by_code.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(_class_row(code, own) for code, own in ranked)


def _class_row(code: str, own: Sequence[Judged]) -> ClassRow:
    return ClassRow(
        code,
        first=Share.of(first_right(one) for one in own),
        final=Share.of(final_right(one) for one in own),
        model=Share.of(model_right(one) for one in own if not one.commitment.novel),
    )
