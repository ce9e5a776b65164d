"""What processes compute, which tells more than a clock where other work goes on beside them."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.timing import Timing


def seconds_of(processes: Iterable[int]) -> float:
    """Seconds that this process and some others have computed; theirs on Linux alone."""
    others = sum(map(_of, processes)) if sys.platform == "linux" else 0.0
    return time.process_time() + others


def _of(process: int) -> float:
    # As the C library makes the name of another process's clock: clock_getcpuclockid(3).
    return time.clock_gettime((~process << 3) | 2)


@dataclass(frozen=True, slots=True)
class Bound:
    """How much of the network's own rate is possible at all, where no core is ever idle.

    Parameters
    ----------
    alone : float
        Milliseconds that the network alone computes for an image, on all cores together, in the
        way with which is compared.
    network : float
        The same in the way in which the program has it.
    rest : float
        The same for everything else: decoding, fitting, judging.
    """

    alone: float
    network: float
    rest: float

    @property
    def share(self) -> float:
        """Of the network alone, 0 to 1 or more."""
        return self.alone / (self.network + self.rest)


def computed_ms(timing: Timing, *, images: int) -> float:
    """Tell the milliseconds that were computed for an image: the median of all rounds."""
    return 1e3 * statistics.median(timing.computed) / images
