"""Feeding the network: our decoded array against Keras' own reading of image folders.

Both read the same generated JPEG files, warm in the system's cache, and augment on the device, as
part of the network. What is compared is an epoch: the first, in which everything is decoded, and
the following ones; the input alone, and with a network so small that it waits for its input if
anything does.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from benchmarks.pictures import write_pictures
from benchmarks.timing import Timing, interleave
from core.datasets import Sample
from core.images import FitMode, FitSpec
from core.phantoms import EXAMPLES
from training.augmentation import RandomView
from training.augmentation_settings import AugmentationSettings
from training.batches import Batches, Draw
from training.pixels import decoded

OURS = "Lentigo: decoded once into a memory-mapped array"
KERAS = "image_dataset_from_directory"
CACHED = "image_dataset_from_directory, cache() and prefetch()"
ALONE = "(the network alone, the same batch over and over)"
SIZE = (96, 128)
BATCH = 32
_SEED = 20260101

Way = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Files:
    """Generated images in class folders.

    Parameters
    ----------
    folder : Path
        Holds a folder for each class.
    samples : tuple of Sample
        The images.
    """

    folder: Path
    samples: tuple[Sample, ...]


def report(*, images: int, rounds: int, say: Callable[[str], None]) -> None:
    """Measure and print.

    Parameters
    ----------
    images : int
        How many to generate.
    rounds : int
        How often each way is timed, in turn.
    say : callable
        Prints a line.
    """
    say(
        f"\n{images} JPEG of 600 x 450 to {SIZE[1]} x {SIZE[0]}, batches of {BATCH}, median of "
        f"{rounds} epochs in turn."
    )
    for title, timings in measure(images=images, rounds=rounds):
        say(f"\n{title + ':':58}  {'x ours':>8}  {'images/s':>9}  {'best':>9}")
        for name, timing in timings.items():
            say(_row(name, timing, ours=timings[OURS], images=images))


def measure(*, images: int, rounds: int) -> Iterator[tuple[str, dict[str, Timing]]]:
    """Time epochs of four kinds, and say which kind it is."""
    with tempfile.TemporaryDirectory() as place:
        files = generate(Path(place) / "files", images=images)
        scratch = Path(place) / "scratch"
        tables: dict[str, Callable[[], Mapping[str, Way]]] = {
            "Input alone, first epoch": lambda: first(files, scratch),
            "Input alone, following epochs": lambda: following(files, scratch),
            "With a small network, first epoch": lambda: first(files, scratch, fit=True),
            "With a small network, following epochs": lambda: (
                following(files, scratch, fit=True) | {ALONE: alone(images)}
            ),
        }
        for title, ways in tables.items():
            yield title, interleave(ways(), rounds=rounds, warm_up=1)


def generate(folder: Path, *, images: int) -> Files:
    """Write images into class folders below `folder`, which is made."""
    paths = write_pictures(folder, images=images)
    return Files(folder, tuple(Sample(path.stem, path, path.parent.name) for path in paths))


def first(files: Files, scratch: Path, *, fit: bool = False) -> dict[str, Way]:
    """First epochs: everything is decoded anew.

    Parameters
    ----------
    files : Files
        To read.
    scratch : Path
        Folder for the array, emptied before each epoch.
    fit : bool
        Whether to train the small network too.
    """
    use = {name: network_user() if fit else consume for name in (OURS, KERAS, CACHED)}

    def ours() -> None:
        shutil.rmtree(scratch, ignore_errors=True)
        use[OURS](batches(files, scratch))

    return {
        OURS: ours,
        KERAS: lambda: use[KERAS](keras_folder(files)),
        CACHED: lambda: use[CACHED](cached_folder(files)),
    }


def following(files: Files, scratch: Path, *, fit: bool = False) -> dict[str, Way]:
    """Later epochs: what was decoded is used again, where it was kept; as `first`."""
    sources: dict[str, Any] = {
        OURS: batches(files, scratch),
        KERAS: keras_folder(files),
        CACHED: cached_folder(files),
    }
    use = {name: network_user() if fit else consume for name in sources}
    return {name: _way(use[name], source) for name, source in sources.items()}


def alone(images: int) -> Way:
    """Give the small network one batch over and over: it waits for nothing."""
    generator = np.random.default_rng(_SEED)
    pixels = generator.integers(0, 256, (BATCH, *SIZE, 3)).astype(np.float32)
    labels = np.zeros(BATCH, np.int64)
    source = tf.data.Dataset.from_tensors((pixels, labels)).cache().repeat(images // BATCH)
    return _way(network_user(), source.prefetch(tf.data.AUTOTUNE))


def batches(files: Files, scratch: Path) -> Batches:
    """Our input, decoding what is not decoded yet."""
    spec = FitSpec(height=SIZE[0], width=SIZE[1], mode=FitMode.CROP)
    codes = sorted({sample.code for sample in files.samples})
    draw = Draw(
        rows=np.arange(len(files.samples)),
        balance=0.0,
        batch_size=BATCH,
        examples=len(files.samples) // BATCH * BATCH,
        seed=_SEED,
    )
    labels = np.array([codes.index(sample.code) for sample in files.samples])
    return Batches(decoded(files.samples, spec, cache=scratch), labels, draw)


def keras_folder(files: Files) -> Any:  # noqa: ANN401 - TensorFlow ships no types
    """Keras' input, as its documentation shows it."""
    return keras.utils.image_dataset_from_directory(
        files.folder,
        image_size=SIZE,
        batch_size=BATCH,
        crop_to_aspect_ratio=True,
        seed=_SEED,
        verbose=False,
    ).take(len(files.samples) // BATCH)


def cached_folder(files: Files) -> Any:  # noqa: ANN401 - TensorFlow ships no types
    """Keras' input, decoded once into memory as float32, as its guides advise."""
    return keras_folder(files).cache().prefetch(tf.data.AUTOTUNE)


def consume(source: Any) -> None:  # noqa: ANN401 - any iterable of batches
    """Take every batch of an epoch and do nothing with it."""
    steps = range(len(source))
    if isinstance(source, Batches):
        for step in steps:
            source[step]
        source.on_epoch_end()
    else:
        for _ in source:
            pass


def network_user() -> Callable[[Any], None]:
    """Build a network of three small convolutions behind our augmentation; it trains an epoch."""
    layers = [keras.Input((*SIZE, 3)), RandomView(AugmentationSettings(), seed=_SEED)]
    layers += [keras.layers.Conv2D(8, 3, strides=2, activation="relu") for _ in range(3)]
    layers += [keras.layers.GlobalAveragePooling2D(), keras.layers.Dense(len(EXAMPLES))]
    model = keras.Sequential(layers)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer="sgd", loss=loss)
    return lambda source: model.fit(source, epochs=1, shuffle=False, verbose=0)


def _way(use: Callable[[Any], None], source: Any) -> Way:  # noqa: ANN401 - as `consume`
    return lambda: use(source)


def _row(name: str, timing: Timing, *, ours: Timing, images: int) -> str:
    speed = 1 / timing.ratio_to(ours)
    return (
        f"{name:58}  {speed:8.3f}  {images / timing.median:9,.0f}  {images / timing.fastest:9,.0f}"
    )
