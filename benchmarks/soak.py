"""A long run of the whole way, from file to overlay, that looks for leaks and slow decay."""

from __future__ import annotations

import gc
import itertools
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from core.engine import open_classifier
from core.images import ImageReader
from core.model import Bundle
from core.paths import examples_folder
from core.report.overlay import render_overlay
from core.results import Analysis

_REPORTS = 10


def soak(bundle: Bundle, *, images: int, say: Callable[[str], None]) -> None:
    """Analyse the examples over and over, and print memory, handles, threads and speed.

    Parameters
    ----------
    bundle : Bundle
        The model.
    images : int
        How many analyses.
    say : callable
        Prints a line.
    """
    classifier = open_classifier(bundle)
    examples = itertools.cycle(sorted(examples_folder().glob("*.jpg")))
    every = max(images // _REPORTS, 1)
    say(f"{'images':>8}  {'memory MB':>9}  {'handles':>7}  {'threads':>7}  {'images/s':>8}")
    with ImageReader() as reader:
        begun = time.perf_counter()
        answers = classifier.analyse_many(itertools.islice(examples, images), reader=reader)
        for number, answer in enumerate(answers, start=1):
            if isinstance(answer.outcome, Analysis) and answer.picture is not None:
                render_overlay(answer.picture.pixels, answer.outcome, bundle.card)
            if number % every == 0:
                speed = every / (time.perf_counter() - begun)
                say(_state(number, speed))
                begun = time.perf_counter()


def _state(number: int, speed: float) -> str:
    gc.collect()
    memory, handles = _memory_mb(), sum(1 for _ in _handles())
    return f"{number:8}  {memory:9.0f}  {handles:7}  {threading.active_count():7}  {speed:8.1f}"


def _memory_mb() -> float:
    """Resident memory of this process; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * 4096 / 1e6


def _handles() -> Iterator[Path]:
    folder = Path("/proc/self/fd")
    return folder.iterdir() if folder.is_dir() else iter(())
