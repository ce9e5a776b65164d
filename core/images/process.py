"""The parent's side of one worker process."""

from __future__ import annotations

import multiprocessing
import os
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar, cast

import numpy as np

from core.children import interrupts_blocked
from core.errors import DecoderCrashed, DecoderTimeout, ImageError
from core.images.record import Picture
from core.images.worker import PIECE, READY, Answer, DecodingJob, Product, Tags, serve
from core.language import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from core.image_source import ImageSource
    from core.images.limits import Limits

# Never fork: TensorFlow and Qt have threads in the parent, whose locks a fork would copy.
_CONTEXT: Final = multiprocessing.get_context("spawn")
_START_SECONDS: Final = 120.0
_STOP_SECONDS: Final = 2.0
Made = TypeVar("Made")


class DecoderProcess:
    """One worker process, started when first needed and again after it died.

    Not for use by two threads at a time.

    Parameters
    ----------
    limits : Limits
        Bounds on each file and on the process.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None

    @property
    def pid(self) -> int | None:
        """Process id of the running worker, None if there is none."""
        return None if self._process is None else self._process.pid

    def decode(self, source: ImageSource, *, max_side: int | None) -> Picture:
        """Have a file decoded.

        Raises
        ------
        DecoderCrashed
            If the worker died over it.
        DecoderTimeout
            If it took longer than `limits.seconds`; the worker is then ended.
        ImageError
            Whatever the worker named.
        """
        answer = self._ask(source, DecodingJob(max_side=max_side))
        if not isinstance(answer, Picture):
            raise TypeError(answer)
        return answer

    def work(
        self, source: ImageSource, work: Callable[[Picture], Made], *, max_side: int | None
    ) -> Made:
        """Have something made of a picture where it is decoded; errors are those of `decode`."""
        answer = self._ask(source, DecodingJob(max_side=max_side, work=work))
        if not isinstance(answer, Product):
            raise TypeError(answer)
        return cast("Made", answer.value)

    def metadata(self, source: ImageSource) -> Tags:
        """Have a file's metadata read; errors are those of `decode`."""
        answer = self._ask(source, DecodingJob(metadata=True))
        if not isinstance(answer, tuple):
            raise TypeError(answer)
        return answer

    def _ask(self, source: ImageSource, job: DecodingJob) -> Picture | Tags | Product:
        try:
            connection = self._ready()
            deadline = time.monotonic() + self._limits.seconds
            _send(connection, source, job)
            return _receive(connection, deadline)
        except (EOFError, OSError) as error:
            code = self._end()
            message = say(
                "The program that decodes pictures broke down over this file, or it needed "
                "more memory than one picture may have."
            )
            raise DecoderCrashed(message, value=code) from error
        except DecoderTimeout:
            self._end()
            raise
        except ImageError:
            raise
        except BaseException:  # such as Ctrl-C: what is still in the pipe belongs to no later job
            self._end()
            raise

    def stop(self) -> None:
        """End the worker process, if there is one, whatever it does."""
        self._end()

    def _ready(self) -> Connection:
        if self._process is not None and self._connection is not None and self._process.is_alive():
            return self._connection
        self._end()
        return self._start()

    def _start(self) -> Connection:
        ours, theirs = _CONTEXT.Pipe()
        process = _CONTEXT.Process(
            target=serve, args=(theirs, self._limits), name="lentigo-decoder", daemon=True
        )
        self._process, self._connection = process, ours
        with theirs, interrupts_blocked():
            process.start()
        _await(ours, time.monotonic() + _START_SECONDS)
        if ours.recv() != READY:
            raise EOFError
        return ours

    def _end(self) -> int | None:
        """Kill and reap the process; return its exit code, negative for a signal."""
        process, connection = self._process, self._connection
        self._process = self._connection = None
        code = _reap(process) if process is not None and process.pid is not None else None
        if connection is not None:
            # Last: a worker that is just starting would complain on the terminal.
            connection.close()
        return code


def _reap(process: SpawnProcess) -> int | None:
    process.join(0 if process.is_alive() else _STOP_SECONDS)
    process.kill()
    process.join()
    code = process.exitcode
    process.close()
    return code


def _send(connection: Connection, source: ImageSource, job: DecodingJob) -> None:
    if isinstance(source, Path):
        # The worker's current folder is the one in which this program was started.
        path = os.path.abspath(source)  # noqa: PTH100  # links stay
        connection.send(replace(job, path=path))
        return
    content = source if isinstance(source, bytes) else source.read_whole()
    connection.send(job)
    connection.send_bytes(content)


def _receive(connection: Connection, deadline: float) -> Picture | Tags | Product:
    _await(connection, deadline)
    answer = connection.recv()
    if not isinstance(answer, Answer):
        raise EOFError  # noqa: TRY004  # not the caller's mistake: the worker is out of step
    if isinstance(answer.outcome, ImageError):
        raise answer.outcome
    if isinstance(answer.outcome, (tuple, Product)):
        return answer.outcome
    if answer.pixels is not None:
        return Picture(np.frombuffer(answer.pixels, np.uint8).reshape(answer.shape), answer.outcome)
    pixels = np.empty(answer.shape, np.uint8)
    flat = pixels.reshape(-1).data
    for start in range(0, len(flat), PIECE):
        _await(connection, deadline)
        connection.recv_bytes_into(flat[start : start + PIECE])
    return Picture(pixels, answer.outcome)


def _await(connection: Connection, deadline: float) -> None:
    if not connection.poll(max(0.0, deadline - time.monotonic())):
        message = say("Decoding this picture took too long, so it was given up.")
        raise DecoderTimeout(message)
