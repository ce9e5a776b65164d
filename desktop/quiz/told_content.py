"""What is told after an answer: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.atlas.criteria import criteria_of, difference_between
from core.language import again
from core.report.similar_words import confirmed_words, image_attribution, patient_words
from core.wording import in_sentence
from desktop.atlas.words import capital
from desktop.language.words import tr
from desktop.quiz.words import guess_words, name_of, verdict_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.atlas.criteria import Source
    from core.atlas.description import Description
    from core.learning.quiz.questions import Reveal


@dataclass(frozen=True, slots=True)
class Lesson:
    """What there is to learn from an image.

    Parameters
    ----------
    title : str
        What stands above.
    lines : tuple of str
        A sentence each.
    sources : str
        Who says so.
    """

    title: str
    lines: tuple[str, ...]
    sources: str


@dataclass(frozen=True, slots=True)
class Told:
    """Everything that is told at once; what the model says comes later.

    Parameters
    ----------
    verdict, name : str
        How the answer was; the diagnosis.
    right, malignant : bool
        Whether the answer was; whether the diagnosis counts as malignant.
    guess : str
        What was answered.
    facts : tuple of str
        What is known of the image, a line each.
    lessons : tuple of Lesson
        What tells the two diagnoses apart, or what to look for.
    credit : str
        Whose image it is, and under which licence.
    """

    verdict: str
    name: str
    right: bool
    malignant: bool
    guess: str
    facts: tuple[str, ...]
    lessons: tuple[Lesson, ...]
    credit: str


def told_of(reveal: Reveal, described: Description) -> Told:
    """Say what there is to be told."""
    answer, item = reveal.answer, reveal.item
    known = (
        capital(confirmed_words(item)),
        capital(patient_words(item)),
        item.diagnosis and capital(again(item.diagnosis)),
    )
    said = "\n".join(filter(None, (guess_words(answer, described), _malignant_words(reveal))))
    return Told(
        verdict=verdict_words(answer),
        name=again(reveal.name),
        right=answer.right,
        malignant=bool(reveal.malignant),
        guess=said,
        facts=tuple(line for line in known if line),
        lessons=_lessons(answer.truth, answer.code, described),
        credit=image_attribution(item, described),
    )


def _malignant_words(reveal: Reveal) -> str:
    match reveal.malignant_right:
        case True:
            return tr("Malignant or not: right.")
        case False:
            return tr("Malignant or not: wrong.")
    return ""


def _lessons(truth: str, code: str, described: Description) -> tuple[Lesson, ...]:
    """Tell the two apart; where nothing is known of that, say what to look for in each."""
    difference = difference_between(truth, code) if code and code != truth else None
    if difference is not None:
        title = tr(
            "{one} or {other}?",
            one=name_of(truth, described),
            other=in_sentence(name_of(code, described)),
        )
        apart = (Lesson(title, difference.shown_points, _cited(difference.sources)),)
        return (*apart, *_look_for(truth, described))
    wrong = _look_for(code, described) if code and code != truth else ()
    return (*_look_for(truth, described), *wrong)


def _look_for(code: str, described: Description) -> tuple[Lesson, ...]:
    criteria = criteria_of(code)
    if not criteria:
        return ()
    title = tr("What to look for: {name}", name=in_sentence(name_of(code, described)))
    lines = tuple(
        tr("{name}: {text}", name=one.shown_name, text=one.shown_explanation) for one in criteria
    )
    return (Lesson(title, lines, _cited(source for one in criteria for source in one.sources)),)


def _cited(sources: Iterable[Source]) -> str:
    return tr("After {sources}", sources="; ".join(dict.fromkeys(one.citation for one in sources)))
