"""Thousands of images: answering them, and feeding a network with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchmarks.performance.rows import Section, Unit, rated

if TYPE_CHECKING:
    from core.model import Bundle

_CLASS_ALONE: Final = "It answers with a class alone, and a single damaged file ends it."
_FIRST: Final = (
    "In its first epoch Lentigo reads every file in processes of its own, of any format and "
    "perhaps damaged, and keeps the pixels for all epochs and trainings that follow."
)
_FOLLOWING: Final = "It keeps all pixels in memory, as floats, for one training."


def bulk(bundle: Bundle, *, images: int, rounds: int) -> Section:
    """Compare `lentigo batch` with notebooks."""
    from benchmarks.bulk import EACH_CORE, LOWER, NETWORK, OURS, measure
    from benchmarks.bulk_notebooks import NOTEBOOK, PIPELINE

    timings, files = measure(bundle, images=images, rounds=rounds)
    order = [name for name in (OURS, NOTEBOOK, PIPELINE, LOWER) if name in timings]
    yardsticks = {f"({name})": timings[name] for name in (EACH_CORE, NETWORK)}
    return Section(
        title="Many images, from their files to the answers",
        measured=f"{files} JPEG files of 600 x 450 in a round, median of {rounds} rounds. "
        "*x Lentigo* is of the time for an image. Lentigo gives the whole analysis of each, the "
        "others a class.",
        unit=Unit.RATE,
        rows=rated(
            {name: timings[name] for name in order} | yardsticks,
            ours=OURS,
            images=files,
            rivals={NOTEBOOK: _CLASS_ALONE, PIPELINE: _CLASS_ALONE},
        ),
    )


def feeding(*, images: int, rounds: int) -> tuple[Section, ...]:
    """Compare our input for training with that of Keras."""
    from benchmarks.loading import BATCH, CACHED, KERAS, OURS, SIZE, measure

    sections = []
    for title, timings in measure(images=images, rounds=rounds):
        reason = _FIRST if "first" in title else _FOLLOWING
        sections.append(
            Section(
                title=f"Feeding a network in training: {title[0].lower()}{title[1:]}",
                measured=f"{images} JPEG files of 600 x 450 to {SIZE[1]} x {SIZE[0]} in batches of "
                f"{BATCH}, median of {rounds} epochs. *x Lentigo* is of the time of an epoch.",
                unit=Unit.RATE,
                rows=rated(
                    timings, ours=OURS, images=images, rivals={KERAS: reason, CACHED: reason}
                ),
            )
        )
    return tuple(sections)
