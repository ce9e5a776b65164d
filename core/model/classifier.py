"""From decoded pixels to an analysis."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from core.errors import LentigoError
from core.images import ImageReader, Picture
from core.model.bundle import Bundle
from core.model.conclusion import Executed, conclude
from core.model.preparation import BOUNDED_SIDE, Prepared, prepare
from core.model.runtime import Runtime
from core.results import Analysis
from core.trust.interpretation import Interpretation


class Answer(NamedTuple):
    """What came of one file.

    Parameters
    ----------
    source : Path
        As given.
    outcome : Analysis or LentigoError
        The analysis, or why there is none.
    picture : Picture or None
        The decoded picture, its longest side at most `BOUNDED_SIDE`; None where it could not be
        read.
    label : str
        Full name of the finding's class; empty where there is none.
    """

    source: Path
    outcome: Analysis | LentigoError
    picture: Picture | None
    label: str = ""


class _Ready(NamedTuple):
    """A file that the network can have."""

    source: Path
    picture: Picture
    prepared: Prepared


class Classifier:
    """A bundle on a runtime.

    Parameters
    ----------
    bundle : Bundle
        The verified model.
    runtime : Runtime
        Executes its network.

    Attributes
    ----------
    interpretation : Interpretation
        How the user wants its answers read.
    thorough : bool
        Whether each picture is analysed in turned and mirrored views as well.
    """

    def __init__(self, bundle: Bundle, runtime: Runtime) -> None:
        self.bundle = bundle
        self.runtime = runtime
        self.interpretation = Interpretation()
        self.thorough = False

    def analyse(self, picture: Picture) -> Analysis:
        """Analyse one picture.

        Parameters
        ----------
        picture : Picture
            Decoded, of any size.

        Raises
        ------
        InferenceError
            If the runtime fails, or answers with something that is not a number.
        """
        return self.answer(self.prepare(picture))

    def answer(self, prepared: Prepared) -> Analysis:
        """Analyse what was prepared; errors are those of `analyse`."""
        return self.conclude(prepared, self.runtime)

    def prepare(self, picture: Picture) -> Prepared:
        """Bring a picture to the network's input, in all the views that are wanted."""
        return prepare(picture, self.bundle.card, thorough=self.thorough)

    def conclude(self, prepared: Prepared, runtime: Runtime) -> Analysis:
        """Let a runtime answer about what was prepared; errors are those of `analyse`."""
        begun = time.perf_counter()
        answer = runtime.run(prepared.views)
        elapsed = (time.perf_counter() - begun) * 1e3
        executed = Executed(runtime.engine, runtime.choice.device, elapsed)
        return conclude(
            answer,
            prepared,
            model=self.bundle.described,
            executed=executed,
            interpretation=self.interpretation,
        )

    def analyse_many(
        self, sources: Iterable[Path], *, reader: ImageReader | None = None
    ) -> Iterator[Answer]:
        """Read and analyse files; decoding goes on while the network works.

        Parameters
        ----------
        sources : iterable of Path
            Image files.
        reader : ImageReader, optional
            What reads them; one of its own by default, closed at the end.

        Yields
        ------
        Answer
            In the order of `sources`. A file that cannot be read or analysed carries its error;
            the others go on.
        """
        if reader is not None:
            yield from self._answers(sources, reader)
            return
        with ImageReader() as own:
            yield from self._answers(sources, own)

    def _answers(self, sources: Iterable[Path], reader: ImageReader) -> Iterator[Answer]:
        readings = reader.read_many(sources, max_side=BOUNDED_SIDE)
        # The next image is prepared while the network has the one before.
        with ThreadPoolExecutor(1, thread_name_prefix="lentigo-prepare") as preparing:
            ahead = deque(preparing.submit(self._prepared, *one) for one in islice(readings, 1))
            while ahead:
                ahead.extend(preparing.submit(self._prepared, *one) for one in islice(readings, 1))
                yield self._answer(ahead.popleft().result())

    def _prepared(self, path: Path, reading: Picture | LentigoError) -> _Ready | Answer:
        if isinstance(reading, LentigoError):
            return Answer(path, reading, None)
        return _Ready(path, reading, self.prepare(reading))

    def _answer(self, one: _Ready | Answer) -> Answer:
        if isinstance(one, Answer):
            return one
        try:
            analysis = self.answer(one.prepared)
        except LentigoError as error:
            return Answer(one.source, error, one.picture)
        label = self.bundle.card.entry(analysis.finding).name
        return Answer(one.source, analysis, one.picture, label)
