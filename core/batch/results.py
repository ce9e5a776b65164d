"""A CSV file that rows are added to, which a kill leaves whole but for its last line."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from core.batch.claim import claim
from core.batch.lines import line_of
from core.batch.table import FILE, MODEL, READING, Row
from core.errors import OutputError, UsageError
from core.language import say
from core.reasons import why


class ResultsFile:
    """Results, one image a line.

    Parameters
    ----------
    path : Path
        The file; made with its folder, or gone on with if it is there.
    columns : sequence of str
        Their names.
    sha256, reading : str
        Of the model that answers, and how its answers are read: a file holds those of one model,
        read in one way.

    Raises
    ------
    UsageError
        If the file holds something else, or results of another model or reading, or is being
        written by another.
    OutputError
        If it cannot be written.
    """

    def __init__(self, path: Path, columns: Sequence[str], *, sha256: str, reading: str) -> None:
        self._path = path
        self._columns = list(columns)
        self._expected = {MODEL: sha256, READING: reading}
        self.done: frozenset[str] = frozenset()
        """Names of the images that have their row."""
        with self._written():
            path.parent.mkdir(parents=True, exist_ok=True)
            new = not path.exists()
            # Not buffered: what a full disk did not take must not wait for another chance.
            self._file = path.open("a+b", buffering=0)
        try:
            self._begin()
        except BaseException as error:
            self._file.close()
            if new and isinstance(error, OutputError):
                path.unlink(missing_ok=True)  # it has no row
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def add(self, row: Row) -> None:
        """Add a row; it is whole in the file, or not there.

        Raises
        ------
        OutputError
            If it cannot be written.
        """
        self._write([row.get(name, "") for name in self._columns])

    def close(self) -> None:
        """Have everything on the disk, and close.

        Raises
        ------
        OutputError
            If it cannot be written.
        """
        with self._written(), self._file:
            os.fsync(self._file.fileno())

    def _begin(self) -> None:
        if not claim(self._file):
            raise UsageError(
                say("{path} is being written by another Lentigo.", path=self._path),
                value=self._path,
            )
        with self._written():
            self._file.seek(0)
            content = self._file.read()
        # What follows the last end of a line is a row that a kill cut short: in a table of ours.
        whole = content.rfind(b"\n") + 1
        if whole:
            self.done = self._read(content[:whole])
        elif not line_of(self._columns).encode().startswith(content):
            raise self._refusal(say("it is no table of results"))
        with self._written():
            self._file.truncate(whole)
        if not whole:
            self._write(self._columns)

    def _read(self, content: bytes) -> frozenset[str]:
        try:
            rows = csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""), strict=True)
            if rows.fieldnames != self._columns:
                raise self._refusal(say("it has other columns"))
            return frozenset(self._named(row) for row in rows)
        except (UnicodeDecodeError, csv.Error) as error:
            raise self._refusal(say("it is no table of results")) from error

    def _named(self, row: dict[str, str]) -> str:
        for column, expected in self._expected.items():
            if row[column] != expected:
                if column == MODEL:
                    raise self._refusal(say("it holds results of another model"))
                raise self._refusal(say("it holds results of another way of reading"))
        return row[FILE]

    def _refusal(self, reason: str) -> UsageError:
        return UsageError(
            say(
                "{path} cannot be gone on with: {reason}. Name another file.",
                path=self._path,
                reason=reason,
            ),
            value=self._path,
        )

    def _write(self, values: Sequence[str]) -> None:
        left = memoryview(line_of(values).encode(errors="backslashreplace"))
        end = os.fstat(self._file.fileno()).st_size
        with self._written():
            try:
                while left:
                    left = left[self._file.write(left) :]
            except OSError:
                self._file.truncate(end)  # half a row is none
                raise

    @contextmanager
    def _written(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise OutputError(
                say("{path} cannot be written: {reason}.", path=self._path, reason=why(error)),
                value=self._path,
            ) from error
