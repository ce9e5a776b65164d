"""Timing several ways of doing one thing so that the machine's moods fall on all of them."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from benchmarks.rivals.unavailable import Unavailable


@dataclass(frozen=True, slots=True)
class Timing:
    """How long one way took.

    Parameters
    ----------
    seconds : tuple of float
        Of each round, in order.
    computed : tuple of float
        Seconds of computing in each round, on all cores together.
    """

    seconds: tuple[float, ...]
    computed: tuple[float, ...] = ()

    @property
    def median(self) -> float:
        """Middle of all rounds, in seconds."""
        return statistics.median(self.seconds)

    @property
    def fastest(self) -> float:
        """Best round, in seconds."""
        return min(self.seconds)

    def ratio_to(self, other: Timing) -> float:
        """Median of the ratios round by round: what drifts between rounds cancels out."""
        pairs = zip(self.seconds, other.seconds, strict=True)
        return statistics.median(mine / theirs for mine, theirs in pairs)


def interleave(
    ways: Mapping[str, Callable[[], object]],
    *,
    rounds: int,
    warm_up: int = 2,
    computing: Callable[[], float] = time.process_time,
    leave_out: Callable[[str, Unavailable], None] | None = None,
) -> dict[str, Timing]:
    """Run all ways in turn, round after round, each twice, of which the second run counts.

    The first pays for what the way before left behind: other data in the caches, and threads of
    another library that still spin.

    Parameters
    ----------
    ways : mapping of str to callable
        Each does the same job once.
    rounds : int
        How often each is timed.
    warm_up : int
        Rounds before that which are not counted.
    computing : callable
        Tells seconds that were computed so far.
    leave_out : callable, optional
        Told of a way that is unavailable all at once, and why; the others go on then.

    Returns
    -------
    dict of str to Timing
        In the order of `ways`, without those that were left out.

    Raises
    ------
    Unavailable
        If a way is, and nobody wants to go on without it.
    """
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    for number in range(warm_up + rounds):
        for name in list(taken):
            try:
                one = _second_run(ways[name], computing)
            except Unavailable as why:
                if leave_out is None:
                    raise
                leave_out(name, why)
                del taken[name]
                continue
            if number >= warm_up:
                taken[name].append(one)
    return {name: Timing(*zip(*values, strict=True)) for name, values in taken.items()}


def _second_run(way: Callable[[], object], computing: Callable[[], float]) -> tuple[float, float]:
    """Run a way twice, and return the seconds and the computing of the second run."""
    way()
    begun, computed = time.perf_counter(), computing()
    way()
    return time.perf_counter() - begun, computing() - computed
