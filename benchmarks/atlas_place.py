"""What the place Atlas takes: its first screen, and how scrolling holds the event loop."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from benchmarks.atlas import drawn_atlas
from benchmarks.pictures import write_pictures

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.composition import App

_SIZES: Final = (10_000, 100_000)
_STEPS: Final = 300
_DIFFERENT: Final = 200  # files behind the items, drawn once
_PATIENCE_S: Final = 60


def report(*, rounds: int, say: Callable[[str], None]) -> None:
    """Print both, for each size in turn."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    shown: dict[int, list[float]] = {size: [] for size in _SIZES}
    held: dict[int, list[Hold]] = {size: [] for size in _SIZES}
    with tempfile.TemporaryDirectory(prefix="lentigo-place-") as name:
        folders = {size: _atlas(Path(name) / str(size), images=size) for size in _SIZES}
        for _ in range(rounds):
            for size, folder in folders.items():
                first, holds = _visit(folder)
                shown[size].append(first)
                held[size] += holds
    say(f"\nThe place Atlas in the window, {rounds} rounds in turn, {_STEPS} steps of scrolling:\n")
    heads = ("first screen", "holds, median", "99th percentile", "worst", "99th, at work")
    say(f"{'':16}" + "".join(f"{head:>18}" for head in heads))
    for size in _SIZES:
        ranked = sorted(hold.seconds for hold in held[size])
        working = sorted(hold.working for hold in held[size])
        found = (
            statistics.median(shown[size]),
            statistics.median(ranked),
            ranked[int(len(ranked) * 0.99)],
            ranked[-1],
            working[int(len(working) * 0.99)],
        )
        say(f"{f'{size:,} images':16}" + "".join(f"{one * 1e3:15.1f} ms" for one in found))


class Hold(NamedTuple):
    """One turn of the event loop.

    Parameters
    ----------
    seconds : float
        From its begin to its end.
    working : float
        For which its thread had a processor: on a busy machine, what is ours of it.
    """

    seconds: float
    working: float


def _atlas(folder: Path, *, images: int) -> Path:
    """Draw an atlas whose items have files: links to a few hundred pictures."""
    folder.mkdir()
    pictures = write_pictures(folder / "drawn", images=_DIFFERENT)
    atlas = drawn_atlas(folder, images=images)
    (folder / "images").mkdir()
    for number, item in enumerate(atlas.library.every()):
        item.path.symlink_to(pictures[number % len(pictures)])
    return folder


def _visit(folder: Path) -> tuple[float, list[Hold]]:
    """Enter the place of a fresh window; return the seconds to its cells, and each hold after."""
    from desktop.shell.places import Place

    with _window(folder) as (application, app):
        started = time.perf_counter()
        app.places.show(Place.ATLAS)
        part = app.atlas
        _until(application, lambda: part.model is not None and len(part.model) > 0)
        application.processEvents()  # which paints them
        first = time.perf_counter() - started
        return first, list(_scrolled(application, app))


def _scrolled(application: QApplication, app: App) -> Iterator[Hold]:
    place = app.atlas.place
    if place is None:
        return
    bar = place.view.verticalScrollBar()
    step = bar.maximum() // _STEPS if bar.maximum() > _STEPS else 1
    for number in range(_STEPS):
        # A few lines at a time, and now and then far away, as with the bar.
        bar.setValue(bar.value() + 120 if number % 10 else step * number)
        for _ in range(4):
            before, at_work = time.perf_counter(), time.thread_time()
            application.processEvents()
            yield Hold(time.perf_counter() - before, time.thread_time() - at_work)
            time.sleep(0.002)  # others' turn: what is read comes meanwhile


@contextmanager
def _window(folder: Path) -> Iterator[tuple[QApplication, App]]:
    from desktop.application import make_application
    from desktop.composition import compose
    from desktop.engine.client import EngineRequest, connect_engine
    from desktop.portions import LATER
    from desktop.shell.frame import Frame
    from desktop.shell.settings import SettingsStore

    application = make_application()
    for name in LATER:  # as a window has done by the time that somebody goes there
        __import__(name)
    store = SettingsStore()
    store.change(atlas=str(folder))
    frame = Frame(store)
    frame.window.resize(1280, 800)
    frame.window.show()
    app = compose(frame, connect=connect_engine, request=EngineRequest(folder / "no-model"))
    application.processEvents()
    try:
        yield application, app
    finally:
        app.close()
        frame.window.deleteLater()
        application.processEvents()


def _until(application: QApplication, there: Callable[[], bool]) -> None:
    end = time.perf_counter() + _PATIENCE_S
    while not there() and time.perf_counter() < end:
        application.processEvents()
