"""The jobs of an engine, from their submission to their one answer: images and questions."""

from __future__ import annotations

import threading
from collections.abc import Callable
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Final

from core.engine.job import Job
from core.errors import LentigoError

if TYPE_CHECKING:
    from core.engine.questions import Question
    from core.image_source import ImageSource
    from core.images import Picture
    from core.model import DescribedModel
    from core.model.preparation import Prepared
    from core.results import Precision

LOOK_AHEAD: Final = 16
"""Views that are decoded and not yet answered: enough to keep the network busy, and at most 50 MB
of prepared pixels."""
_FIRST: Final = -1000
"""Rank of questions: somebody waits for the one answer."""
THOROUGH_VIEWS: Final = 8
"""Views of a thorough job; `core.model.preparation` makes so many, but costs more to import."""


class Backlog:
    """All jobs that are not answered yet. Any thread may call any method.

    A job waits, is decoded, is prepared for a model, is in the network, and is settled. What was
    prepared for another model than the present one waits again.

    Parameters
    ----------
    on_news : callable
        Called when a job can go into the network, or need not be there any more.
    """

    def __init__(self, on_news: Callable[[], None]) -> None:
        self._on_news = on_news
        self._changed = threading.Condition()
        self._unsettled: dict[int, Job] = {}
        self._waiting: list[Job] = []
        self._prepared: list[Job] = []
        self._questions: list[Job] = []  # prepared, too
        self._ahead: set[Job] = set()  # decoded or being decoded, not settled
        self._model: DescribedModel | LentigoError | None = None
        self._submitted = 0
        self._closed = False

    def add(
        self,
        source: ImageSource,
        *,
        number: int,
        priority: int,
        thorough: bool = False,
        quick: Precision | None = None,
    ) -> None:
        """Queue a job.

        Raises
        ------
        ValueError
            If a job of this number is not answered yet.
        RuntimeError
            If the backlog is closed.
        """
        with self._changed:
            self._require_free(number)
            self._enter(Job(number, source, (-priority, self._submitted), thorough, quick))

    def ask(self, picture: Picture, question: Question, *, number: int) -> None:
        """Queue a question, to be prepared before any image.

        Raises
        ------
        ValueError, RuntimeError
            As for `add`.
        """
        with self._changed:
            self._require_free(number)
            rank = (_FIRST, self._submitted)
            self._enter(Job(number, picture, rank, question=question, shown=True))

    def cancel(self, number: int) -> None:
        """Forget a job, wherever it is."""
        with self._changed:
            job = self._unsettled.pop(number, None)
            if job is not None:
                job.source = b""  # its entry in a queue is dropped when its turn comes
                self._ahead.discard(job)
                self._changed.notify_all()
        self._on_news()

    def cancel_all(self) -> None:
        """Forget all jobs."""
        with self._changed:
            for jobs in (self._unsettled, self._ahead, self._waiting):
                jobs.clear()
            self._prepared, self._questions = [], []
            self._changed.notify_all()
        self._on_news()

    def close(self) -> None:
        """Forget all jobs, take no more, and send the threads home that wait here."""
        with self._changed:
            self._closed = True
        self.cancel_all()

    def is_wanted(self, job: Job) -> bool:
        """Whether the job still waits for its answer."""
        with self._changed:
            return self._wanted(job)

    def settle(self, job: Job) -> bool:
        """Take the job off the books; whether its answer is wanted, which is true only once."""
        with self._changed:
            if not self._wanted(job):
                return False
            del self._unsettled[job.number]
            self._ahead.discard(job)
            self._changed.notify_all()
            return True

    def set_model(self, model: DescribedModel | LentigoError | None) -> None:
        """Say what images are to be prepared for; an error, if there will be no model."""
        with self._changed:
            self._model = model
            prepared = self._prepared + self._questions
            self._prepared, self._questions = [], []
            for job in prepared:
                self._file(job)
            self._changed.notify_all()
        self._on_news()

    @property
    def refusal(self) -> LentigoError | None:
        """Why there is no model, where that is known."""
        with self._changed:
            return self._model if isinstance(self._model, LentigoError) else None

    @property
    def has_room(self) -> bool:
        """Whether another image may be decoded ahead of the network."""
        with self._changed:
            views = sum(THOROUGH_VIEWS if job.thorough else 1 for job in self._ahead)
            return views < LOOK_AHEAD

    def next_to_decode(self) -> Job | None:
        """Wait for the next job and for room; None when closed."""
        with self._changed:
            while not self._closed:
                job = _pop(self._waiting, self._wanted) if self.has_room else None
                if job is not None:
                    self._ahead.add(job)
                    return job
                self._changed.wait()
            return None

    def wait_for_model(self, job: Job) -> DescribedModel | LentigoError | None:
        """Wait until it is known what to prepare for; None if the job is not wanted any more."""
        with self._changed:
            while self._model is None and self._wanted(job):
                self._changed.wait()
            return self._model if self._wanted(job) else None

    def put_prepared(self, job: Job, prepared: Prepared, model: DescribedModel) -> None:
        """Queue a job for the network."""
        job.prepared, job.model = prepared, model
        self.put_back(job)

    def put_back(self, job: Job) -> None:
        """Queue a job for the network once more."""
        with self._changed:
            self._file(job)
            self._changed.notify_all()
        self._on_news()

    def next_prepared(self) -> Job | None:
        """Take the next image for the network, if there is one."""
        with self._changed:
            return _pop(self._prepared, self._wanted)

    def next_question(self) -> Job | None:
        """Take the next question that can be asked, if there is one."""
        with self._changed:
            return _pop(self._questions, self._wanted)

    def _require_free(self, number: int) -> None:
        if self._closed:
            raise RuntimeError("this engine is closed")
        if number in self._unsettled:
            raise ValueError(f"job {number} is not answered yet")
        self._submitted += 1

    def _enter(self, job: Job) -> None:
        self._unsettled[job.number] = job
        heappush(self._waiting, job)
        self._changed.notify_all()

    def _file(self, job: Job) -> None:
        if not self._wanted(job):
            return
        if job.model is self._model:
            heappush(self._prepared if job.question is None else self._questions, job)
            return
        job.model = job.prepared = None
        self._ahead.discard(job)
        heappush(self._waiting, job)

    def _wanted(self, job: Job) -> bool:
        return self._unsettled.get(job.number) is job


def _pop(heap: list[Job], wanted: Callable[[Job], bool]) -> Job | None:
    while heap:
        job = heappop(heap)
        if wanted(job):
            return job
    return None
