"""What a window holds at the end of a round: asked for in its own process."""

from __future__ import annotations

import gc
import os
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from itertools import count
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from benchmarks.soak.allocator import in_use_mb
from benchmarks.soak.processes import Taken, started_by, taken_by

_FEW = 3
"""Types with fewer objects than that are not told of."""


@dataclass(frozen=True, slots=True)
class State:
    """What there is after a round.

    Parameters
    ----------
    round : int
        Its number, from 1.
    seconds : float
        Since the window was there.
    window, engine, others : Taken
        What the window's process takes; of those that it started, what the largest takes, which is
        the engine's; and what all of these take together.
    in_use_mb : float
        Of the window's memory, what is in use and not only kept for later by the C library.
    tops, widgets, objects : int
        Windows of their own, widgets, and QObjects below any of them or the application.
    blocks : int
        Pieces of memory that Python's own allocator has given away.
    found_only_by_collector : int
        Objects that were garbage, and would have lain there until the collector came.
    types : mapping of str to int
        How many objects of each type the collector knows.
    """

    round: int
    seconds: float
    window: Taken
    engine: Taken
    others: Taken
    in_use_mb: float
    tops: int
    widgets: int
    objects: int
    blocks: int
    found_only_by_collector: int
    types: Mapping[str, int]

    def as_values(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        return asdict(self)

    @classmethod
    def of_values(cls, values: dict[str, Any]) -> State:
        """Read it back."""
        taken = {name: Taken(**values[name]) for name in ("window", "engine", "others")}
        return cls(**values | taken)


def look(number: int, seconds: float) -> State:
    """Ask what there is now, after what is only waiting to be thrown away is gone."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.unfreeze()  # as the program does when its language changes
    garbage = gc.collect()
    own = os.getpid()
    others = started_by(own)
    each = [taken_by(one) for one in others]
    state = State(
        round=number,
        seconds=round(seconds, 1),
        window=taken_by(own),
        engine=max(each, key=lambda one: one.own_mb, default=taken_by()),
        others=taken_by(*others),
        in_use_mb=in_use_mb(),
        tops=len(QApplication.topLevelWidgets()),
        widgets=len(QApplication.allWidgets()),
        objects=_objects(),
        blocks=sys.getallocatedblocks(),
        found_only_by_collector=garbage,
        types=_types(),
    )
    gc.freeze()
    return state


def _objects() -> int:
    """Count them untouched: what Python makes of those that `findChildren` finds stays for good."""
    roots: list[QObject] = [one for one in QApplication.topLevelWidgets() if one.parent() is None]
    if (application := QApplication.instance()) is not None:
        roots.append(application)
    lines = count()
    before = qInstallMessageHandler(lambda *_: next(lines))
    for root in roots:
        root.dumpObjectTree()  # a line for each
    qInstallMessageHandler(before)
    return next(lines)


def _types() -> dict[str, int]:
    counts = Counter(map(type, gc.get_objects()))
    named: Counter[str] = Counter()
    for kind, many in counts.items():
        named[f"{kind.__module__}.{kind.__qualname__}"] += many
    return {name: many for name, many in named.items() if many >= _FEW}
