"""What is done for a batch outside the GUI thread: begin, write, end."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from core.batch.reading import ResultTable, read_table, result_of
from core.batch.results import ResultsFile
from core.batch.table import columns_of
from core.batch.writing import AnswerWriter, reading_of
from core.errors import LentigoError, UsageError
from core.language import say
from core.model.conclusion import interpret
from core.model.guarded import is_clear
from core.results import Analysis

if TYPE_CHECKING:
    from pathlib import Path

    from core.batch.job import BatchJob
    from core.batch.reading import Result
    from core.model import Card
    from core.model.classifier import Answer
    from core.model.precision import LowerPrecision
    from core.results import Precision
    from core.trust.interpretation import Interpretation


@dataclass(frozen=True, slots=True)
class Reader:
    """The model that answers, and how its answers are read.

    Parameters
    ----------
    card : Card
        Of the model.
    sha256 : str
        Of its weights.
    how : Interpretation
        Case mix and operating point.
    thorough : bool
        Whether turned and mirrored views are analysed as well.
    quick : LowerPrecision, optional
        The lower precision in which images are computed unless that could change a finding.
    """

    card: Card
    sha256: str
    how: Interpretation
    thorough: bool
    quick: LowerPrecision | None = None

    @property
    def precision(self) -> Precision | None:
        """The lower precision; None where all is computed in full."""
        return None if self.quick is None else self.quick.precision


@dataclass(frozen=True, slots=True)
class Work:
    """A table that is open for more rows.

    Parameters
    ----------
    writer : AnswerWriter
        Makes rows and heat maps.
    reader : Reader
        How answers are read.
    results : ResultsFile
        Takes the rows; to be closed.
    table : ResultTable
        What it held before.
    to_do : deque of Path
        Images that have no row, in their order.
    again : deque of Path
        Those among them that lower precision has not settled.
    """

    writer: AnswerWriter
    reader: Reader
    results: ResultsFile
    table: ResultTable
    to_do: deque[Path]
    again: deque[Path] = field(default_factory=deque)

    def next(self) -> tuple[Path, Precision | None]:
        """Take the next image, and the lower precision in which it may be computed."""
        if self.again:
            return self.again.popleft(), None
        return self.to_do.popleft(), self.reader.precision

    def write(self, answer: Answer) -> Result | None:
        """Write the heat map and the row of an answer, and return what to show of it.

        None, and nothing is written, where it is too near a threshold for its precision: the image
        is to be computed again in full.

        Raises
        ------
        OutputError
            If one cannot be written.
        """
        read = answer._replace(outcome=self._read(answer.outcome))
        if isinstance(read.outcome, Analysis):
            if not self._is_clear(read.outcome):
                return None
            read = read._replace(label=self.reader.card.entry(read.outcome.finding).name)
        self.writer.write_overlay(read)
        row = self.writer.row(read)
        self.results.add(row)
        return result_of(row, self.table.columns)

    def _is_clear(self, analysis: Analysis) -> bool:
        quick = self.reader.quick
        if quick is None or analysis.precision is not quick.precision:
            return True
        return is_clear(analysis, self.reader.card, quick.margins)

    def _read(self, outcome: Analysis | LentigoError) -> Analysis | LentigoError:
        if isinstance(outcome, LentigoError):
            return outcome
        try:
            return interpret(outcome, self.reader.card, self.reader.how)
        except ValueError:
            message = say("In the stated case mix, none of the model's classes is possible.")
            return UsageError(message, value=self.reader.how.prevalence)


def begin(job: BatchJob, reader: Reader) -> Work:
    """Open the table, and look for images that have no row in it.

    Raises
    ------
    LentigoError
        If the folders or the table cannot be used.
    """
    job.require_usable()
    reading = reading_of(reader.how, thorough=reader.thorough)
    columns = columns_of(reader.card)
    results = ResultsFile(job.table, columns, sha256=reader.sha256, reading=reading)
    try:
        to_do = deque(path for path in job.images() if job.name(path) not in results.done)
        table = replace(read_table(job.table), columns=columns)
    except BaseException:
        results.close()
        raise
    writer = AnswerWriter(job, reader.card, reader.sha256, reading)
    return Work(writer, reader, results, table, to_do)
