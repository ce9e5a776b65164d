"""How answers appear on standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from core.commands.similar_images import SimilarImages
from core.errors import LentigoError
from core.language import again, number, say
from core.model import STATEMENT, Card
from core.model.classifier import Answer
from core.report.evidence_words import asked_for, count_words
from core.report.trust_words import is_novel
from core.report.values import finding_values
from core.results import Analysis
from core.wording import exact_percent

_LONGEST_NAME = 60
_WIDTHS = (6, 12, 9, 6)  # of the columns of numbers


class Printer(Protocol):
    """Shows answers, one after the other."""

    def show(self, answer: Answer) -> None:
        """Show one answer."""


class JsonLines:
    """One JSON object a line; ``docs/schemas/classify.schema.json`` describes it.

    Parameters
    ----------
    similar : SimilarImages, optional
        Finds similar images, where an atlas was named.
    """

    def __init__(self, similar: SimilarImages | None = None) -> None:
        self._similar = similar

    def show(self, answer: Answer) -> None:
        """Print one line."""
        values = as_json(answer)
        if self._similar is not None and isinstance(answer.outcome, Analysis):
            values["similar"] = self._similar.as_json(answer)
        print_line(json.dumps(values, ensure_ascii=True, allow_nan=False))


def as_json(answer: Answer) -> dict[str, Any]:
    """Turn an answer into plain values."""
    outcome = answer.outcome
    if isinstance(outcome, LentigoError):
        error = {"kind": outcome.kind, "message": str(outcome)}
        return {"file": str(answer.source), "error": error}
    return {"file": str(answer.source), **finding_values(outcome, label=answer.label)}


class Table:
    """Aligned columns for people.

    Parameters
    ----------
    card : Card
        Of the model that answers.
    sources : sequence of Path
        All that will be shown, for the width of the first column.
    """

    def __init__(self, card: Card, sources: Sequence[Path]) -> None:
        self._file = min(max(len(str(source)) for source in sources), _LONGEST_NAME)
        self._label = max(len(entry.shown_name) for entry in card.classes)
        heads = (say("right before"), say("malignant"), say("ms"))
        self._widths = tuple(map(max, _WIDTHS, (0, *map(len, heads))))
        self._row(say("file"), say("finding"), "", *heads)
        sys.stderr.write(f"{say(STATEMENT)}\n")

    def show(self, answer: Answer) -> None:
        """Print one row, its cautions below it."""
        name = _shortened(str(answer.source), self._file)
        outcome = answer.outcome
        if isinstance(outcome, LentigoError):
            print_line(f"{name:{self._file}}  {outcome.message}")
            return
        probability = outcome.probabilities[outcome.finding]
        percent, malignant = exact_percent(probability), exact_percent(outcome.malignant)
        before = _right_before(outcome)
        took = number(outcome.milliseconds, ".1f")
        self._row(name, again(answer.label), percent, before, malignant, took)
        messages = [one.message for one in outcome.cautions]
        for message in (*messages, *(one.message for one in outcome.quality)):
            print_line(f"{'':{self._file}}  {again(message)}")

    def _row(self, file: str, finding: str, *figures: str) -> None:
        columns = (f"{one:>{width}}" for one, width in zip(figures, self._widths, strict=True))
        print_line("  ".join((f"{file:{self._file}}", f"{finding:{self._label}}", *columns)))


def _right_before(analysis: Analysis) -> str:
    """Say how often such findings were right, easy lesions left out: a cell has no room for more.

    Of a picture that is unlike all others it says nothing.
    """
    if not analysis.evidence or is_novel(analysis):
        return "-"
    record = asked_for(analysis.evidence)
    return count_words(record.harder or record)


def _shortened(text: str, width: int) -> str:
    return text if len(text) <= width else "…" + text[1 - width :]


def print_line(line: str) -> None:
    """Print one line; a name that the terminal's encoding lacks must not end the work."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    sys.stdout.flush()
