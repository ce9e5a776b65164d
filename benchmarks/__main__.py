"""``python -m benchmarks [WHAT]``: prints what it measured, and judges nothing."""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import warnings
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")  # its start-up chatter is not ours

from benchmarks.screens import OFFSCREEN, X_SERVER
from benchmarks.timing import Timing, interleave
from core.engine import EngineRequest
from core.engine.processor import processor_name
from core.model import Bundle
from core.paths import examples_folder, model_folder

_STARTS = 5


class What(StrEnum):
    """What can be measured."""

    ANALYSIS = "analysis"
    BULK = "bulk"
    LOADING = "loading"
    WINDOW = "window"
    CASES = "cases"
    VAULT = "vault"
    ATLAS = "atlas"
    SOAK = "soak"
    USE = "use"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print.

    Returns
    -------
    int
        0, or the exit status of a program that could not be measured.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("what", nargs="?", choices=[str(what) for what in What], default="analysis")
    parser.add_argument("--rounds", type=int, metavar="N", help="of each way; default: enough")
    parser.add_argument(
        "--images", type=int, default=2000, metavar="N", help="default: %(default)s"
    )
    parser.add_argument("--seconds", type=float, default=60.0, metavar="S", help="of window")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="of images, for bulk")
    parser.add_argument("--maps", action="store_true", help="draw heat maps, in soak")
    _add_use(parser)
    given = parser.parse_args(arguments)
    _say(f"{processor_name()}, {os.cpu_count()} cores")
    return _RUN[What(given.what)](given) or 0


def _add_use(parser: argparse.ArgumentParser) -> None:
    """Add what is said of the scripted use of the window."""
    use = parser.add_argument_group("use: a scripted user of the window")
    use.add_argument("--minutes", type=float, default=60.0, metavar="M", help="at most")
    use.add_argument("--seed", type=int, default=1, metavar="N", help="of the user's dice")
    use.add_argument("--platform", choices=(OFFSCREEN, X_SERVER), default=OFFSCREEN)
    use.add_argument("--page", type=Path, metavar="FILE", help="to write what was found, too")


def _analysis(given: argparse.Namespace) -> None:
    bundle = _bundle()
    compare(bundle, rounds=given.rounds or 30)
    compare_trust(bundle, rounds=given.rounds or 30)
    compare_starts(bundle)


def _bulk(given: argparse.Namespace) -> None:
    from benchmarks.bulk import report

    report(
        _bundle(),
        images=min(given.images, 200),
        rounds=given.rounds or 5,
        say=_say,
        folder=given.folder,
    )


def _soak(given: argparse.Namespace) -> None:
    from benchmarks.soak.analyses import soak

    soak(_bundle(), images=given.images, say=_say, maps=given.maps)


def _use(given: argparse.Namespace) -> int:
    from benchmarks.soak.window import Wish, report

    wish = Wish(given.minutes, given.rounds, given.seed, given.platform)
    return report(wish, say=_say, page=given.page)


def _loading(given: argparse.Namespace) -> None:
    from benchmarks.loading import report

    report(images=given.images, rounds=given.rounds or 5, say=_say)


def _window(given: argparse.Namespace) -> None:
    from benchmarks.window import report

    report(images=given.images, rounds=given.rounds or 10, seconds=given.seconds, say=_say)


def _cases(given: argparse.Namespace) -> None:
    from benchmarks.cases import report

    report(rounds=given.rounds or 5, say=_say)


def _vault(given: argparse.Namespace) -> None:
    from benchmarks.vault import report

    report(rounds=given.rounds or 7, say=_say)


def _atlas(given: argparse.Namespace) -> None:
    from benchmarks.atlas import report
    from benchmarks.atlas_building import report as report_building
    from benchmarks.atlas_place import report as report_place

    for images in (10_000, 100_000):
        report(images=images, rounds=given.rounds or 10, say=_say)
    report_place(rounds=min(given.rounds or 3, 5), say=_say)
    rounds = min(given.rounds or 3, 5)
    report_building(_bundle(), images=min(given.images, 200), rounds=rounds, say=_say)


def _bundle() -> Bundle:
    bundle = Bundle.load(model_folder())
    size = bundle.card.preprocessing
    _say(f"{bundle.card.name} {bundle.card.version}, input {size.width} x {size.height}")
    return bundle


def compare(bundle: Bundle, *, rounds: int) -> None:
    """Print one image's cost in all ways, interleaved in one run, against ours."""
    from benchmarks.analysis import OURS, PLAIN, ways
    from benchmarks.limit import products

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries that are compared
        timings = interleave(ways(bundle) | products(), rounds=rounds)
    yardsticks = {name: timings.pop(name) for name in products()}
    _say(f"One image, warm, median of {rounds} rounds in turn:\n")
    _say(f"{'':58}  {'ms':>7}  {'best':>7}  {'x ours':>7}  {'x plain':>7}")
    for name, timing in timings.items():
        _say(_row(name, timing, ours=timings[OURS], plain=timings[PLAIN]))
    _say_limit(bundle, timings[OURS], yardsticks)


def _say_limit(bundle: Bundle, ours: Timing, yardsticks: dict[str, Timing]) -> None:
    from benchmarks.limit import operations, product_operations

    needed = operations(bundle.graph or b"")
    name, product = min(yardsticks.items(), key=lambda entry: entry[1].fastest)
    limit = product.fastest * needed / product_operations()
    share = needed / product_operations()
    _say(
        f"\nArithmetic limit: {needed / 1e9:.2f} GFLOP an image; the best rate here, of {name}, is "
        f"{product_operations() / product.fastest / 1e9:.0f} GFLOP/s,\n"
        f"so {limit * 1e3:.1f} ms. Ours: {ours.fastest / limit:.2f} times that at best, "
        f"{ours.ratio_to(product) / share:.2f} times round by round."
    )


def compare_trust(bundle: Bundle, *, rounds: int) -> None:
    """Print what trust and similar images add to one analysis, interleaved in one run."""
    from benchmarks.trusting import report

    report(bundle, rounds=rounds, say=_say)


def compare_starts(bundle: Bundle) -> None:
    """Print what a start costs under each runtime, in turn."""
    from benchmarks.cold import start

    image = min(examples_folder().glob("*.jpg"))
    engines = (EngineRequest.ONNXRUNTIME, EngineRequest.TENSORFLOW)
    starts = [{one: start(bundle.folder, one, image) for one in engines} for _ in range(_STARTS)]
    _say(f"\nA fresh program to its first answer, median of {_STARTS} starts in turn:\n")
    _say(f"{'':58}  {'s':>7}  {'best':>7}  {'engine MB':>9}  {'at most':>7}")
    for engine in engines:
        seconds = [round_[engine].seconds for round_ in starts]
        resident = max(round_[engine].resident_mb for round_ in starts)
        peak = max(round_[engine].peak_mb for round_ in starts)
        _say(
            f"{engine:58}  {statistics.median(seconds):7.2f}  {min(seconds):7.2f}  "
            f"{resident:9.0f}  {peak:7.0f}"
        )


def _row(name: str, timing: Timing, *, ours: Timing, plain: Timing) -> str:
    return (
        f"{name:58}  {timing.median * 1e3:7.1f}  {timing.fastest * 1e3:7.1f}  "
        f"{timing.ratio_to(ours):7.2f}  {timing.ratio_to(plain):7.2f}"
    )


_RUN: dict[What, Callable[[argparse.Namespace], int | None]] = {
    What.ANALYSIS: _analysis,
    What.BULK: _bulk,
    What.LOADING: _loading,
    What.WINDOW: _window,
    What.CASES: _cases,
    What.VAULT: _vault,
    What.ATLAS: _atlas,
    What.SOAK: _soak,
    What.USE: _use,
}


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
