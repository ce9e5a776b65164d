"""Read images in worker processes: one at a time, or many with all cores busy."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from queue import LifoQueue
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, Self, TypeVar

from core.ahead import in_order
from core.cores import usable_cores
from core.errors import ImageError
from core.image_source import ImageSource
from core.images.limits import Limits
from core.images.process import DecoderProcess

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from core.images.metadata import Tag
    from core.images.record import Picture

_DEFAULT: Final = Limits()
_LOOK_AHEAD: Final = 2


Source = TypeVar("Source", bound=ImageSource)
Made = TypeVar("Made")


class Reading(NamedTuple, Generic[Source, Made]):
    """One of many images.

    Parameters
    ----------
    source : Path, bytes or Held
        As it was given.
    outcome : Picture, what was made of it, or ImageError
        What was asked for, or why there is none.
    """

    source: Source
    outcome: Made | ImageError


class ImageReader:
    """Owns worker processes that decode; a context manager that ends them.

    Each worker has its own pipe, so that one that dies, hangs or is killed, at whatever moment,
    costs its own file and no other. Workers start when first needed. Any thread may read.

    Parameters
    ----------
    limits : Limits, optional
        Bounds on each file, and on a worker's time and memory.
    workers : int, optional
        How many files are decoded at a time; by default one for each core.

    Notes
    -----
    Time is bounded everywhere. Memory is bounded by the system on Linux; macOS enforces the bound
    loosely and Windows has none, so there a hostile file can fill the memory until the time is up.
    A daemonic process of `multiprocessing` may not have children, so it cannot read images.
    """

    def __init__(self, *, limits: Limits = _DEFAULT, workers: int | None = None) -> None:
        count = workers or usable_cores()
        self._processes = [DecoderProcess(limits) for _ in range(count)]
        # Last in, first out: a single caller keeps to one process, and only one is started.
        self._idle: LifoQueue[DecoderProcess] = LifoQueue()
        for process in reversed(self._processes):
            self._idle.put(process)
        self._threads: ThreadPoolExecutor | None = None
        self._lock = threading.Lock()
        self._closed = False

    @property
    def worker_pids(self) -> tuple[int, ...]:
        """Process ids of the workers that run; fewer than the workers until all were needed."""
        return tuple(process.pid for process in self._processes if process.pid is not None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Finish what is being decoded, drop what waits, end all processes. Idempotent."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
        if self._threads is not None:
            self._threads.shutdown(cancel_futures=True)
        ended = [self._idle.get() for _ in self._processes]
        for process in ended:
            process.stop()
            self._idle.put(process)  # whoever waits for one must learn that it is over

    def read(self, source: ImageSource, *, max_side: int | None = None) -> Picture:
        """Read one image.

        Parameters
        ----------
        source : Path, bytes or Held
            A file, or what would be its content.
        max_side : int, optional
            Longest side of the pixels handed out; the record keeps the full size.

        Returns
        -------
        Picture
            Upright sRGB pixels and what the file was.

        Raises
        ------
        ImageError
            Always one of its subclasses, saying why there is no picture.
        RuntimeError
            If the reader is closed.
        """
        _check_max_side(max_side)
        with self._borrowed() as process:
            return process.decode(source, max_side=max_side)

    def work(
        self, source: ImageSource, work: Callable[[Picture], Made], *, max_side: int | None = None
    ) -> Made:
        """Have something made of an image in the process that decodes it, and only that returned.

        Parameters
        ----------
        source, max_side
            As in `read`, as are the errors.
        work : callable
            Takes the picture; it is pickled, as is what it returns.
        """
        _check_max_side(max_side)
        with self._borrowed() as process:
            return process.work(source, work, max_side=max_side)

    def metadata(self, source: ImageSource) -> tuple[Tag, ...]:
        """Read what a file says besides its pixels: EXIF, GPS, DICOM; errors as in `read`."""
        with self._borrowed() as process:
            return process.metadata(source)

    def read_many(
        self, sources: Iterable[Source], *, max_side: int | None = None
    ) -> Iterator[Reading[Source, Picture]]:
        """Read images on all workers, in order.

        Parameters
        ----------
        sources : iterable of Path, bytes or Held
            Taken only a few ahead of what has been handed out, so it may be endless and memory
            stays bounded.
        max_side : int, optional
            As in `read`.

        Yields
        ------
        Reading
            In the order of `sources`; a file that fails carries its error.
        """
        _check_max_side(max_side)
        return self._in_order(sources, partial(self.read, max_side=max_side))

    def work_many(
        self,
        sources: Iterable[Source],
        work: Callable[[Picture], Made],
        *,
        max_side: int | None = None,
    ) -> Iterator[Reading[Source, Made]]:
        """Do for many what `work` does for one, as `read_many` does what `read` does."""
        _check_max_side(max_side)
        return self._in_order(sources, partial(self.work, work=work, max_side=max_side))

    def _in_order(
        self, sources: Iterable[Source], ask: Callable[[Source], Made]
    ) -> Iterator[Reading[Source, Made]]:
        ahead = _LOOK_AHEAD * len(self._processes)
        yield from in_order(self._thread_pool(), partial(_reading, ask), sources, ahead=ahead)

    @contextmanager
    def _borrowed(self) -> Iterator[DecoderProcess]:
        process = self._borrow()
        try:
            yield process
        finally:
            self._idle.put(process)

    def _borrow(self) -> DecoderProcess:
        process = self._idle.get()
        if self._closed:
            self._idle.put(process)
            raise RuntimeError("this ImageReader is closed")
        return process

    def _thread_pool(self) -> ThreadPoolExecutor:
        with self._lock:
            if self._closed:
                raise RuntimeError("this ImageReader is closed")
            if self._threads is None:
                count = len(self._processes)
                self._threads = ThreadPoolExecutor(count, thread_name_prefix="lentigo-images")
            return self._threads


def _reading(ask: Callable[[Source], Made], source: Source) -> Reading[Source, Made]:
    try:
        return Reading(source, ask(source))
    except ImageError as error:
        return Reading(source, error)


def _check_max_side(max_side: int | None) -> None:
    if max_side is not None and max_side < 1:
        raise ValueError("max_side must be positive")
