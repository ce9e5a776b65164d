"""From decoded pixels to an analysis."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple

from core.ahead import in_order
from core.errors import LentigoError
from core.images import ImageReader, Picture, Reading
from core.model.bundle import Bundle
from core.model.conclusion import Executed, conclude
from core.model.preparation import BOUNDED_SIDE, Preparation, Prepared
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
        read, or was not asked for.
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
    picture: Picture | None
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
    at_once : int
        Of many pictures, how many are in the network at a time.
    """

    def __init__(self, bundle: Bundle, runtime: Runtime) -> None:
        self.bundle = bundle
        self.runtime = runtime
        self.interpretation = Interpretation()
        self.thorough = False
        self.at_once = 1

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
        return self._preparation(picture)

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
        self, sources: Iterable[Path], *, reader: ImageReader | None = None, pictures: bool = True
    ) -> Iterator[Answer]:
        """Read and analyse files; decoding goes on while the network works.

        Parameters
        ----------
        sources : iterable of Path
            Image files.
        reader : ImageReader, optional
            What reads them; one of its own by default, closed at the end.
        pictures : bool
            Whether answers bring their pictures. Without, these never leave the process that
            decodes them, which makes many images cheaper.

        Yields
        ------
        Answer
            In the order of `sources`. A file that cannot be read or analysed carries its error;
            the others go on.
        """
        prepared = self._with_pictures if pictures else self._without_pictures
        with (
            nullcontext(reader) if reader is not None else ImageReader() as used,
            ThreadPoolExecutor(self.at_once, thread_name_prefix="lentigo-network") as network,
        ):
            # One more than there is room for, so that none waits while an answer is written.
            ahead = self.at_once + 1
            yield from in_order(network, self._answer, prepared(sources, used), ahead=ahead)

    @property
    def _preparation(self) -> Preparation:
        return Preparation(self.bundle.card.preprocessing.spec, self.thorough)

    def _without_pictures(
        self, sources: Iterable[Path], reader: ImageReader
    ) -> Iterator[_Ready | Answer]:
        for one in reader.work_many(sources, self._preparation, max_side=BOUNDED_SIDE):
            if isinstance(one.outcome, LentigoError):
                yield Answer(one.source, one.outcome, None)
            else:
                yield _Ready(one.source, None, one.outcome)

    def _with_pictures(
        self, sources: Iterable[Path], reader: ImageReader
    ) -> Iterator[_Ready | Answer]:
        readings = reader.read_many(sources, max_side=BOUNDED_SIDE)
        with ThreadPoolExecutor(1, thread_name_prefix="lentigo-prepare") as preparing:
            yield from in_order(preparing, self._prepared, readings, ahead=self.at_once)

    def _prepared(self, one: Reading[Path, Picture]) -> _Ready | Answer:
        if isinstance(one.outcome, LentigoError):
            return Answer(one.source, one.outcome, None)
        return _Ready(one.source, one.outcome, self.prepare(one.outcome))

    def _answer(self, one: _Ready | Answer) -> Answer:
        if isinstance(one, Answer):
            return one
        try:
            analysis = self.answer(one.prepared)
        except LentigoError as error:
            return Answer(one.source, error, one.picture)
        label = self.bundle.card.entry(analysis.finding).name
        return Answer(one.source, analysis, one.picture, label)
