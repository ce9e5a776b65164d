"""The worker process: decodes what it is given, and may die of it.

It speaks over one private pipe. A shared queue would be simpler, but a process killed while it
holds a shared queue's lock takes all others down with it (pebble's pool stands still then).

What the parent sends: a `DecodingJob`, and for a job without path the file's bytes. What it gets
back: `READY` once, then an `Answer` for each job; a large picture's pixels follow its answer in
pieces. Pixels are many: what needs no more than a little of them is done here, and they stay.
"""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.children import settle_in
from core.errors import ImageError, UnreadableImage
from core.images.decoding import decode
from core.images.metadata import Tag, metadata_of
from core.images.record import ImageRecord, Picture
from core.images.source import read_bytes
from core.language import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    from core.images.limits import Limits

READY: Final = "ready"
PIECE: Final = 1 << 22
_GRACE_SECONDS: Final = 5.0
Tags = tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class DecodingJob:
    """One file to decode.

    Parameters
    ----------
    path : str or None
        Absolute; None if the bytes follow.
    max_side : int or None
        Longest side of the pixels handed out.
    metadata : bool
        Whether what the file says besides its pixels is wanted instead of these.
    work : callable, optional
        What is made of the picture, and wanted instead of it; pickled by its name.
    """

    path: str | None = None
    max_side: int | None = None
    metadata: bool = False
    work: Callable[[Picture], object] | None = None


@dataclass(frozen=True, slots=True)
class Product:
    """What a job's work made of a picture.

    Parameters
    ----------
    value : object
        Pickled.
    """

    value: object


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a job.

    Parameters
    ----------
    outcome : ImageRecord, tuple of Tag, Product or ImageError
        The record of a picture whose pixels follow, its metadata, what was made of it, or why
        there is none of these.
    shape : tuple of int
        Shape of the pixels, uint8, C order.
    pixels : bytearray or None
        The pixels of a small picture; those of a large one follow in pieces.
    """

    outcome: ImageRecord | Tags | Product | ImageError
    shape: tuple[int, ...] = ()
    pixels: bytearray | None = None


Outcome = Picture | Tags | Product | ImageError


def serve(connection: Connection, limits: Limits) -> None:
    """Answer jobs until the parent hangs up.

    Parameters
    ----------
    connection : Connection
        This worker's end of its own pipe.
    limits : Limits
        Bounds on each file and on this process.
    """
    _harden(limits)
    connection.send(READY)
    while True:
        try:
            job = connection.recv()
            data = None if job.path is not None else connection.recv_bytes()
        except (EOFError, OSError):
            return
        _arm(limits.seconds + _GRACE_SECONDS)
        _send(connection, _outcome(job, data, limits))
        _arm(0)


def _outcome(job: DecodingJob, data: bytes | None, limits: Limits) -> Outcome:
    try:
        if data is None:
            data = read_bytes(Path(str(job.path)), limits=limits)
        if job.metadata:
            return metadata_of(data)
        picture = decode(data, limits=limits, max_side=job.max_side)
        return picture if job.work is None else Product(job.work(picture))
    except ImageError as error:
        return error.with_traceback(None)
    except Exception as error:  # noqa: BLE001  # the parent must hear of it, whatever it is
        message = say("Lentigo could not read this picture because of a fault of its own.")
        return UnreadableImage(message, value=type(error).__name__)


def _send(connection: Connection, outcome: Outcome) -> None:
    if not isinstance(outcome, Picture):
        connection.send(Answer(outcome))
        return
    flat = outcome.pixels.reshape(-1).data
    small = bytearray(flat) if len(flat) <= PIECE else None
    connection.send(Answer(outcome.record, outcome.pixels.shape, small))
    if small is not None:
        return
    for start in range(0, len(flat), PIECE):
        connection.send_bytes(flat[start : start + PIECE])


def _harden(limits: Limits) -> None:
    """Take away what untrusted bytes could misuse, as far as this system lets us."""
    _silence()
    settle_in(gives_way=limits.gives_way)
    if sys.platform != "win32":
        import resource  # Windows has none

        most = _address_space() + limits.memory_bytes
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        try:
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        except (OSError, ValueError):  # macOS refuses some bounds
            return


def _silence() -> None:
    """Native decoders write to the terminal, where `--json` promises nothing but answers."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _address_space() -> int:
    """Bytes of address space in use: the limit counts them too. 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def _arm(seconds: float) -> None:
    """Have the system end this process later, in case the parent is gone and cannot."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)
