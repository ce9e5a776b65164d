"""Thousands of files: our way, whose decoding overlaps the network, against the notebook's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from benchmarks.bulk_notebooks import notebooks
from benchmarks.computing import Bound, computed_ms, seconds_of
from benchmarks.pictures import write_pictures
from benchmarks.timing import interleave
from core.cores import usable_cores
from core.engine import EngineRequest, open_classifier
from core.images import ImageReader, find_images, fit
from core.model import Bundle, Classifier, DeviceRequest
from core.results import Precision

if TYPE_CHECKING:
    from benchmarks.timing import Timing
    from core.model import RawAnswer
    from core.model.classifier import Answer

NETWORK: Final = "the network alone, one image after the other"
EACH_CORE: Final = "the network alone, an image on each core"
REST: Final = "all but the network: files to findings, answered at once"
OURS: Final = "Lentigo: files to findings, all of the analysis"
LOWER: Final = "Lentigo in int8: the same, exact where that could matter"

Say = Callable[[str], None]
Ways = dict[str, Callable[[], list[Any]]]


def report(
    bundle: Bundle, *, images: int, rounds: int, say: Say, folder: Path | None = None
) -> None:
    """Measure and print images a second.

    Parameters
    ----------
    bundle : Bundle
        The model.
    images : int
        Files in a round.
    rounds : int
        Of each way, in turn.
    say : callable
        Takes lines.
    folder : Path, optional
        Of images to take; by default phantoms are drawn.
    """
    timings, files = measure(bundle, images=images, rounds=rounds, folder=folder)
    what = "files of 600 x 450" if folder is None else "files"
    say(f"\n{files} {what}, median of {rounds} rounds in turn:\n")
    _table(timings, files, say)
    _limits(timings, files, say)


def measure(
    bundle: Bundle, *, images: int, rounds: int, folder: Path | None = None
) -> tuple[dict[str, Timing], int]:
    """Measure the same, and count the files."""
    with TemporaryDirectory() as scratch, ImageReader() as reader:
        if folder is None:
            paths = write_pictures(Path(scratch), images=images)
        else:
            paths = [path for path, _ in zip(find_images([folder]), range(images), strict=False)]
        timings = interleave(
            ways(bundle, paths, reader),
            rounds=rounds,
            warm_up=1,
            computing=lambda: seconds_of(reader.worker_pids),
        )
        return timings, len(paths)


def _table(timings: dict[str, Timing], images: int, say: Say) -> None:
    say(f"{'':58}  {'images/s':>8}  {'of network':>10}  {'computing ms':>12}")
    for name, timing in timings.items():
        rate = images / timing.median
        share = timings[NETWORK].ratio_to(timing)
        computed = computed_ms(timing, images=images)
        say(f"{name:58}  {rate:8.1f}  {share:10.0%}  {computed:12.2f}")


def _limits(timings: dict[str, Timing], images: int, say: Say) -> None:
    """Say what is possible at all: cores that are never idle compute the network, or the rest."""
    spent = {name: computed_ms(timing, images=images) for name, timing in timings.items()}
    say(
        f"\nOn each core the network computes {spent[EACH_CORE]:.1f} ms an image, all else "
        f"{spent[REST]:.1f} ms; cores that are never idle so reach at most"
    )
    for name in (NETWORK, EACH_CORE):
        limit = Bound(spent[name], spent[EACH_CORE], spent[REST])
        say(
            f"{limit.share:4.0%} of {name} ({limit.alone:.1f} ms). "
            f"Reached: {timings[name].ratio_to(timings[OURS]):.0%} by the clock, "
            f"{spent[name] / spent[OURS]:.0%} by what was computed."
        )


def ways(bundle: Bundle, paths: Sequence[Path], reader: ImageReader) -> Ways:
    """Build all ways of going through files; each gives an answer for each file."""
    one, bulk = (
        open_classifier(
            bundle, device=DeviceRequest.CPU, engine=EngineRequest.ONNXRUNTIME, bulk=bulk
        )
        for bulk in (False, True)
    )
    spec = bundle.card.preprocessing.spec
    inputs = [fit(reader.read(path).pixels, spec).pixels[np.newaxis] for path in paths]
    found: Ways = {
        NETWORK: lambda: [one.runtime.run(each) for each in inputs],
        EACH_CORE: _on_each_core(bulk, inputs),
        REST: _through(_without_network(bulk, inputs[0]), paths, reader),
        OURS: _through(bulk, paths, reader),
        **notebooks(bundle, paths),
    }
    if bundle.card.fitted_for(Precision.INT8) is None:
        return found
    quick = open_classifier(bundle, precision=Precision.INT8, bulk=True)
    return found | {LOWER: _through(quick, paths, reader)}


def _through(
    classifier: Classifier, paths: Sequence[Path], reader: ImageReader
) -> Callable[[], list[Answer]]:
    return lambda: list(classifier.analyse_many(paths, reader=reader, pictures=False))


def _on_each_core(classifier: Classifier, inputs: Sequence[Any]) -> Callable[[], list[RawAnswer]]:
    def run() -> list[RawAnswer]:
        with ThreadPoolExecutor(usable_cores()) as threads:
            return list(threads.map(classifier.runtime.run, inputs))

    return run


class _Said:
    """Says at once what a runtime said before."""

    def __init__(self, classifier: Classifier, pixels: Any) -> None:  # noqa: ANN401 - an array
        self.engine, self.choice = classifier.runtime.engine, classifier.runtime.choice
        self._answer = classifier.runtime.run(pixels)

    def run(self, pixels: Any) -> RawAnswer:  # noqa: ANN401, ARG002 - of no matter
        return self._answer


def _without_network(classifier: Classifier, pixels: Any) -> Classifier:  # noqa: ANN401 - an array
    bare = Classifier(classifier.bundle, _Said(classifier, pixels))
    bare.at_once = classifier.at_once
    return bare
