"""Which job of the engine belongs to which image: plain bookkeeping, no Qt, no engine.

An image that is analysed again gets a new job, and the old one's answer, should it still come, is
nobody's. That is how answers that come too late are dropped.
"""

from __future__ import annotations

from collections.abc import Iterator


class Jobs:
    """The jobs that are under way, and how many were of this round.

    Parameters
    ----------
    numbers : iterator of int
        Gives each job its own, rising.
    """

    def __init__(self, numbers: Iterator[int]) -> None:
        self._numbers = numbers
        self._image_of: dict[int, int] = {}
        self._job_of: dict[int, int] = {}
        self._total = 0

    def __len__(self) -> int:
        return len(self._image_of)

    @property
    def finished(self) -> int:
        """How many jobs of this round have an outcome."""
        return self._total - len(self)

    @property
    def total(self) -> int:
        """How many jobs this round has; a round ends when nothing is under way."""
        return self._total

    def begin(self, image: int) -> int:
        """Return a new job for an image; a former one of the same image is forgotten."""
        self.forget(image)
        if not self._image_of:
            self._total = 0
        job = next(self._numbers)
        self._total += 1
        self._image_of[job] = image
        self._job_of[image] = job
        return job

    def image_of(self, job: int) -> int | None:
        """Return the image of a job that is under way."""
        return self._image_of.get(job)

    def job_of(self, image: int) -> int | None:
        """Return the job of an image, if one is under way."""
        return self._job_of.get(image)

    def is_next(self, job: int) -> bool:
        """Whether a job was begun before all others that are under way."""
        return job == min(self._image_of, default=None)

    def end(self, job: int) -> int | None:
        """Take note of an outcome; return the image, or None if nobody waits for it."""
        image = self._image_of.pop(job, None)
        if image is not None:
            del self._job_of[image]
        return image

    def forget(self, image: int) -> int | None:
        """Wait for an image no longer; return its former job."""
        job = self._job_of.pop(image, None)
        if job is not None:
            del self._image_of[job]
            self._total -= 1
        return job
