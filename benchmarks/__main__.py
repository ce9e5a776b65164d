"""``python -m benchmarks [soak]``: prints what it measured, and judges nothing."""

from __future__ import annotations

import argparse
import os
import sys
import warnings
from collections.abc import Sequence

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")  # its start-up chatter is not ours

from benchmarks.timing import Timing, interleave
from core.engine.processor import processor_name
from core.model import Bundle
from core.paths import model_folder


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print.

    Returns
    -------
    int
        0.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("what", nargs="?", choices=("analysis", "soak"), default="analysis")
    parser.add_argument("--rounds", type=int, default=30, metavar="N", help="default: %(default)s")
    parser.add_argument("--images", type=int, default=2000, metavar="N", help="of soak")
    given = parser.parse_args(arguments)
    bundle = Bundle.load(model_folder())
    _say(
        f"{processor_name()}, {os.cpu_count()} cores; {bundle.card.name} {bundle.card.version}, "
        f"input {bundle.card.preprocessing.width} x {bundle.card.preprocessing.height}"
    )
    if given.what == "soak":
        from benchmarks.soak import soak

        soak(bundle, images=given.images, say=_say)
    else:
        compare(bundle, rounds=given.rounds)
    return 0


def compare(bundle: Bundle, *, rounds: int) -> None:
    """Print one image's cost in all ways, interleaved in one run, against ours."""
    from benchmarks.analysis import OURS, PLAIN, ways

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries that are compared
        timings = interleave(ways(bundle), rounds=rounds)
    _say(f"One image, warm, median of {rounds} rounds in turn:\n")
    _say(f"{'':58}  {'ms':>7}  {'best':>7}  {'x ours':>7}  {'x plain':>7}")
    for name, timing in timings.items():
        _say(_row(name, timing, ours=timings[OURS], plain=timings[PLAIN]))


def _row(name: str, timing: Timing, *, ours: Timing, plain: Timing) -> str:
    return (
        f"{name:58}  {timing.median * 1e3:7.1f}  {timing.fastest * 1e3:7.1f}  "
        f"{timing.ratio_to(ours):7.2f}  {timing.ratio_to(plain):7.2f}"
    )


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
