"""Thousands of files: our way, whose decoding overlaps the network, against the notebook's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from benchmarks.pictures import write_pictures
from benchmarks.timing import interleave
from core.engine import EngineRequest, open_classifier
from core.images import ImageReader, fit
from core.model import Bundle, Classifier, DeviceRequest
from core.results import Precision

if TYPE_CHECKING:
    from core.images import Picture

NETWORK: Final = "the network alone, on images decoded before"
ANALYSIS: Final = "all of the analysis, on images decoded before"
LOWER: Final = "Lentigo in int8: the same, exact where that could matter"
OURS: Final = "Lentigo: files to findings, all of the analysis"
NOTEBOOK: Final = "a notebook: load_img, model.predict; a class, no map"

Say = Callable[[str], None]


def report(bundle: Bundle, *, images: int, rounds: int, say: Say) -> None:
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
    """
    with TemporaryDirectory() as folder, ImageReader() as reader:
        paths = write_pictures(Path(folder), images=images)
        timings = interleave(ways(bundle, paths, reader), rounds=rounds, warm_up=1)
    say(f"\n{images} files of 600 x 450, median of {rounds} rounds in turn:\n")
    say(f"{'':58}  {'images/s':>8}  {'of network':>10}")
    for name, timing in timings.items():
        rate = images / timing.median
        share = timings[NETWORK].ratio_to(timing)
        say(f"{name:58}  {rate:8.1f}  {share:10.0%}")


def ways(
    bundle: Bundle, paths: Sequence[Path], reader: ImageReader
) -> dict[str, Callable[[], list[Any]]]:
    """Build all ways of going through files; each gives an answer for each file."""
    classifier = open_classifier(bundle, device=DeviceRequest.CPU, engine=EngineRequest.ONNXRUNTIME)
    pictures = [reader.read(path) for path in paths]
    found = {
        NETWORK: _network(classifier, pictures),
        ANALYSIS: lambda: [classifier.analyse(picture) for picture in pictures],
        OURS: lambda: list(classifier.analyse_many(paths, reader=reader)),
        NOTEBOOK: _notebook(bundle, paths),
    }
    if bundle.card.fitted_for(Precision.INT8) is None:
        return found
    quick = open_classifier(bundle, precision=Precision.INT8)
    return found | {LOWER: lambda: list(quick.analyse_many(paths, reader=reader))}


def _network(classifier: Classifier, pictures: Sequence[Picture]) -> Callable[[], list[Any]]:
    spec = classifier.bundle.card.preprocessing.spec
    batches = [fit(picture.pixels, spec).pixels[np.newaxis] for picture in pictures]
    return lambda: [classifier.runtime.run(batch) for batch in batches]


def _notebook(bundle: Bundle, paths: Sequence[Path]) -> Callable[[], list[Any]]:
    import keras

    from benchmarks.analysis import float_network
    from core.model.build import network_from_bundle

    network = float_network(bundle, network_from_bundle(bundle))
    size = bundle.card.preprocessing.shape[:2]

    def classify() -> list[int]:
        found = []
        for path in paths:
            image = keras.utils.img_to_array(keras.utils.load_img(path, target_size=size))
            found.append(int(network.predict(image[np.newaxis], verbose=0)[0].argmax()))
        return found

    return classify
