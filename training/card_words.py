"""What a card says in sentences about how its model came to be, true for the data at hand."""

from __future__ import annotations

from pathlib import PurePosixPath

from core.language import in_english
from core.model.limits import (
    DIVIDED_OTHERWISE,
    LESIONS_UNKNOWN,
    goes_on,
    leaks,
    learned_also,
)
from training.experiment import IMAGENET, Classification
from training.further import FurtherSource
from training.material import Material
from training.origin import Origin

_ARCHIVES = {"mobilenetv2_imagenet.npz": "ImageNet weights (Apache-2.0)"}


def limits_of(
    material: Material, origin: Origin | None = None, further: FurtherSource | None = None
) -> tuple[str, ...]:
    """Say what a model that learned from this cannot know.

    Parameters
    ----------
    material : Material
        The set's own limits, whether its lesions are known, and leaks that were accepted.
    origin : Origin, optional
        The model that it goes on from.
    further : FurtherSource, optional
        Images of another set that it learned from as well, with that set's own limits.
    """
    unknown = any(sample.lesion_id is None for sample in material.dataset.trainable)
    return (
        *material.dataset.statement.limits,
        *((LESIONS_UNKNOWN,) if unknown else ()),
        *((in_english(leaks(material.leaks)),) if material.leaks else ()),
        *(() if origin is None else _inherited(origin, material)),
        *(() if further is None else _widened(further)),
    )


def teacher_words(teacher: Classification, *, beside: Origin | None = None) -> str:
    """Say which network taught, what it started from, and which model taught beside it."""
    if teacher.weights is None:
        start = "random weights"
    elif teacher.weights == IMAGENET:
        start = "ImageNet weights as Keras publishes them"
    else:
        name = PurePosixPath(teacher.weights).name
        start = _ARCHIVES.get(name, f"the weights {name}")
    second = "" if beside is None else f", and {beside.name} {beside.version} beside it"
    return f"{teacher.architecture} from {start}, trained on the same images{second}"


def _inherited(origin: Origin, material: Material) -> tuple[str, ...]:
    sets = ", ".join(part.name for part in origin.data)
    begun = in_english(goes_on(f"{origin.name} {origin.version}", sets))
    return (begun, DIVIDED_OTHERWISE) if origin.divided_otherwise(material) else (begun,)


def _widened(further: FurtherSource) -> tuple[str, ...]:
    source = further.source
    return (in_english(learned_also(source.images, source.name)), *further.limits)
