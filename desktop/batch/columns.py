"""The columns of the table: what each shows of a result, and by what it is sorted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from core.language import again
from core.wording import percent
from desktop.batch.remarks import remark_words
from desktop.language.words import mark, tr

if TYPE_CHECKING:
    from core.batch.reading import Result

Key = tuple[float, str]
"""What results are sorted by: a number, and words among equal numbers."""
NO_ANSWER: Final = mark("No finding")
UNLIKE: Final = mark("Unlike a lesion")
_LEVELS: Final = {"usual": mark("Usual"), "low": mark("Low")}
_NOTHING: Final = -1.0  # below every number, so that what has none stands at one end


class Column(NamedTuple):
    """One column.

    Parameters
    ----------
    title, tip : str
        Its head, and what it means.
    words : callable
        What it shows of a result.
    key : callable
        What results are sorted by.
    number : bool
        Whether it stands at the right, as numbers do.
    """

    title: str
    tip: str
    words: Callable[[Result], str]
    key: Callable[[Result], Key]
    number: bool = False


def _finding(result: Result) -> str:
    return tr(NO_ANSWER) if result.error else again(result.label) or result.finding


def _percent(value: float | None) -> str:
    return "" if value is None else percent(value)


def _malignant(result: Result) -> str:
    words = _percent(result.malignant)
    if result.counts is None:
        return words
    return (
        tr("{percent}, yes", percent=words) if result.counts else tr("{percent}, no", percent=words)
    )


def _remarks(result: Result) -> str:
    return again(result.error) if result.error else ", ".join(map(remark_words, result.remarks))


def _certainty(result: Result) -> str:
    return tr(_LEVELS[result.certainty]) if result.certainty in _LEVELS else result.certainty


def _novelty(result: Result) -> str:
    return tr(UNLIKE) if result.novel else ""


def _number(value: float | None, result: Result) -> Key:
    return (_NOTHING if value is None else value, result.name)


def _by_words(words: Callable[[Result], str]) -> Callable[[Result], Key]:
    return lambda result: (0.0, f"{words(result).casefold()}\n{result.name}")


COLUMNS: Final = (
    Column(
        mark("Image"),
        mark("Its path below the folder"),
        lambda one: one.name,
        _by_words(lambda _: ""),
    ),
    Column(mark("Finding"), mark("The most probable class"), _finding, _by_words(_finding)),
    Column(
        mark("Probability"),
        mark("Of the finding, calibrated"),
        lambda one: _percent(one.probability),
        lambda one: _number(one.probability, one),
        number=True,
    ),
    Column(
        mark("Malignant"),
        mark("Probability of all malignant classes; whether it reaches the operating point"),
        _malignant,
        lambda one: _number(one.malignant, one),
        number=True,
    ),
    Column(
        mark("Certainty"),
        mark("Low where findings of this probability are often wrong"),
        _certainty,
        _by_words(lambda one: one.certainty),
    ),
    Column(
        mark("Novelty"),
        mark("Whether the image looks like nothing that the model knows"),
        _novelty,
        lambda one: (float(bool(one.novel)), one.name),
    ),
    Column(
        mark("Remarks"),
        mark("Why there is no finding, or what to know about it"),
        _remarks,
        _by_words(_remarks),
    ),
)
