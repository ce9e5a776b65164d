"""What the place "Quiz" says: of choices, of answers, and of what is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from core.language import again
from core.learning.quiz.plan import Difficulty
from core.learning.quiz.questions import CONFIDENCES
from core.wording import in_sentence, percent
from desktop.language.words import count, mark, tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.atlas.description import Description
    from core.learning.quiz.cards import Due
    from core.learning.quiz.plan import QuizPlan
    from core.learning.store.records import Answer

INVITING: Final = mark("Test yourself on labelled images")
PURPOSE: Final = mark(
    "A quiz asks about the images of an atlas, and tells what each is once you have answered. Open "
    "an atlas, make one of your own labelled images, or try drawn ones."
)
DIFFICULTIES: Final = {
    Difficulty.MIXED: mark("Mixed"),
    Difficulty.EASY: mark("Rather easy"),
    Difficulty.HARD: mark("Rather hard"),
}
NUMBERS: Final = (5, 10, 20, 50, 100)
"""How many questions may be asked for."""
CHOICES: Final = (None, 2, 3, 4, 5)
"""How many diagnoses may be offered; None for all of the topic."""
TIMES: Final = (None, 10, 20, 30, 60, 120)
"""Seconds that may be given for each answer; None for all the time in the world."""
_SURE: Final = (
    mark("A guess"),
    mark("Rather unsure"),
    mark("Fairly sure"),
    mark("Sure"),
    mark("As good as certain"),
)


def chosen_words(images: int) -> str:
    """Name images that were chosen in the atlas."""
    return count("The chosen image", "The {n:,} chosen images", n=images)


def choices_words(number: int | None) -> str:
    """Say how many diagnoses are offered."""
    if number is None:
        return tr("All diagnoses of the topic")
    return tr("{n}: the right one and those like it", n=number)


def time_words(seconds: int | None) -> str:
    """Say how long an answer may take."""
    if seconds is None:
        return tr("As long as it takes")
    return tr("{n} seconds for each answer", n=seconds)


def plan_words(plan: QuizPlan) -> str:
    """Say how a quiz asks that is packed for others."""
    seconds = None if plan.seconds is None else round(plan.seconds)
    chosen = [tr(DIFFICULTIES[plan.difficulty]), choices_words(plan.choices), time_words(seconds)]
    if plan.ask_malignant:
        chosen.append(tr("Whether it is malignant is asked, too"))
    return tr("As chosen last in the place Quiz: {choices}.", choices="; ".join(chosen))


def confidence_words() -> tuple[str, ...]:
    """Say each step of how sure one can be."""
    return tuple(
        tr("{words}, {percent}", words=tr(words), percent=percent(value))
        for words, value in zip(_SURE, CONFIDENCES, strict=True)
    )


def name_of(code: str, described: Description) -> str:
    """Name a diagnosis."""
    return again(described.name_of(code))


def named(codes: Iterable[str], described: Description) -> list[tuple[str, str]]:
    """Name diagnoses, by name and code in the order of the names, which says nothing."""
    found = [(name_of(code, described), code) for code in codes]
    return sorted(found, key=lambda pair: (pair[0].casefold(), pair[1]))


def guess_words(answer: Answer, described: Description) -> str:
    """Say what somebody answered."""
    if not answer.code:
        return tr("You gave no answer in time.")
    return tr(
        "You said: {name}, {percent} sure, after {seconds:.0f} s.",
        name=in_sentence(name_of(answer.code, described)),
        percent=percent(answer.confidence),
        seconds=answer.seconds,
    )


def verdict_words(answer: Answer) -> str:
    """Say how an answer was."""
    if answer.right:
        return tr("✓ Right")
    if answer.late and answer.code == answer.truth:
        return tr("✗ Right, but too late")
    return tr("✗ Not right") if answer.code else tr("✗ No answer")


def way_on_words(*, over: bool, again: bool) -> str:
    """Say where it goes on to after an answer, or after one that is seen again."""
    if again:
        return tr("Back to the result")
    return tr("See the result") if over else tr("Next question")


def next_words(due: Due, answer: Answer) -> str:
    """Say when a lesion comes again."""
    days = max(1, round((due.moment - answer.created).total_seconds() / 86400))
    return count(
        "This lesion is due again in {n:,} day.", "This lesion is due again in {n:,} days.", n=days
    )


def left_words(answered: int, total: int) -> str:
    """Say how far a quiz had come that was left."""
    return tr(
        "You left a quiz about this atlas: {n:,} of {total:,} answered.", n=answered, total=total
    )
