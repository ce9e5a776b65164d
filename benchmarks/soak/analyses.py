"""A long batch, files to rows and perhaps heat maps, that looks for leaks and slow decay."""

from __future__ import annotations

import gc
import itertools
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from core.batch.job import BatchJob
from core.batch.results import ResultsFile
from core.batch.table import columns_of
from core.batch.writing import AnswerWriter, reading_of
from core.engine import open_classifier
from core.images import ImageReader
from core.model import Bundle
from core.paths import examples_folder
from core.results import Analysis

_REPORTS = 10
_HEAD = ("images", "memory MB", "with decoders", "handles", "threads", "images/s")


def soak(bundle: Bundle, *, images: int, say: Callable[[str], None], maps: bool = False) -> None:
    """Analyse the examples over and over, as `lentigo batch` does, and print what that takes.

    Parameters
    ----------
    bundle : Bundle
        The model.
    images : int
        How many analyses.
    say : callable
        Prints a line.
    maps : bool
        Whether heat maps are drawn, for which pictures come out of the decoders.
    """
    with TemporaryDirectory(prefix="lentigo-soak-") as folder:
        root = Path(folder)
        overlays = root / "maps" if maps else None
        job = BatchJob((root / "images",), root / "results.csv", overlays)
        _link(root / "images", count=images)
        _run(bundle, job, every=max(images // _REPORTS, 1), say=say)


def _link(folder: Path, *, count: int) -> None:
    """Make as many names of the examples as there are images to be."""
    folder.mkdir()
    for number, example in enumerate(itertools.islice(itertools.cycle(_examples()), count)):
        (folder / f"{number:06}.jpg").symlink_to(example)


def _examples() -> list[Path]:
    return sorted(examples_folder().resolve().glob("*.jpg"))


def _run(bundle: Bundle, job: BatchJob, *, every: int, say: Callable[[str], None]) -> None:
    classifier = open_classifier(bundle, bulk=True)
    reading = reading_of(classifier.interpretation, thorough=False)
    writer = AnswerWriter(job, bundle.card, bundle.sha256, reading)
    columns = columns_of(bundle.card)
    say("  ".join(f"{word:>{len(word)}}" for word in _HEAD))
    with (
        ImageReader() as reader,
        ResultsFile(job.table, columns, sha256=bundle.sha256, reading=reading) as results,
    ):
        begun = time.perf_counter()
        drawn = job.overlays is not None
        answers = classifier.analyse_many(job.images(), reader=reader, pictures=drawn)
        for number, answer in enumerate(answers, start=1):
            if not isinstance(answer.outcome, Analysis):
                raise TypeError(answer.outcome)  # an example that cannot be analysed
            writer.write_overlay(answer)
            results.add(writer.row(answer))
            if (overlay := job.overlay(answer.source)) is not None:
                overlay.unlink()  # ten thousand would fill the disk
            if number % every == 0:
                say(_state(number, reader.worker_pids, every / (time.perf_counter() - begun)))
                begun = time.perf_counter()


def _state(number: int, decoders: tuple[int, ...], speed: float) -> str:
    gc.collect()
    own = _memory_mb(os.getpid())
    all_ = own + sum(map(_memory_mb, decoders))
    handles, threads = sum(1 for _ in _handles()), threading.active_count()
    cells = (str(number), f"{own:.0f}", f"{all_:.0f}", str(handles), str(threads), f"{speed:.1f}")
    return "  ".join(f"{cell:>{len(word)}}" for word, cell in zip(_HEAD, cells, strict=True))


def _memory_mb(process: int) -> float:
    """Resident memory of a process; 0 where the system does not say."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _handles() -> Iterator[Path]:
    folder = Path("/proc/self/fd")
    return folder.iterdir() if folder.is_dir() else iter(())
