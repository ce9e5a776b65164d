"""Student and teachers of an experiment, before one loss."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import keras
import numpy as np

from core.model import Bundle
from training.architectures import Wanted, build
from training.architectures.bundled import take_classifier
from training.augmentation import RandomView
from training.callbacks.measurement import measured
from training.console import say
from training.distillation import Distillation, build_student
from training.ensemble import ensemble
from training.errors import WeightsError
from training.experiment import BUNDLE, Distilling
from training.logits import predict_logits
from training.material import Material
from training.networks import build_network, classify_as
from training.run import Run
from training.unfolding import unfold_batch_norm

_TYPICAL = 256  # images that tell the statistics of a model without batch norms


def pupil(
    experiment: Distilling, material: Material, *, taught: Run, begun: Run | None
) -> Distillation:
    """Build student and teacher before one loss.

    Parameters
    ----------
    experiment : Distilling
        What is to be taught.
    material : Material
        What is learned from.
    taught : Run
        The teacher's, finished.
    begun : Run, optional
        Finished, whose student this one starts as.

    Raises
    ------
    WeightsError, BundleError
        If the weights that it starts from cannot be had, or it is to teach classes that it was not
        taught.
    """
    teacher = build_network(experiment.teacher, material.for_teacher(experiment), start=False)
    taught.load_into(teacher)
    with _policy(experiment.precision):
        if experiment.ensemble:
            members = [teacher, _second_teacher(material)]
            teacher = ensemble(members, size=experiment.teacher.size)
        student = build_student(classes=len(material.codes), blocks=experiment.blocks)
    if begun is not None:
        begun.load_into(student)
    elif experiment.weights == BUNDLE:
        _start_as_bundle(student, experiment, material)
    view = RandomView(experiment.teacher.augmentation, seed=experiment.seed)
    return Distillation(student=student, teacher=teacher, view=view, loss=experiment.loss)


def _start_as_bundle(student: keras.Model, experiment: Distilling, material: Material) -> None:
    folder = Path(material.start_of(BUNDLE) or "")
    some = material.taught[:: max(len(material.taught) // _TYPICAL, 1)]
    pixels = np.asarray(material.pixels(experiment.input_size)[some])
    unfold_batch_norm(student, Bundle.load(folder).weights, pixels, origin=folder)
    classify_as(student, folder, material)


@contextmanager
def _policy(name: str) -> Iterator[None]:
    """Build layers under one of Keras' policies."""
    before = keras.config.dtype_policy()
    keras.config.set_dtype_policy(name)
    try:
        yield
    finally:
        keras.config.set_dtype_policy(before)


def _second_teacher(material: Material) -> keras.Model:
    """Build what the student starts as, to teach it."""
    folder = Path(material.start_of(BUNDLE) or "")
    card = Bundle.load(folder).card
    wanted = Wanted(
        architecture="vgg16",
        size=card.preprocessing.shape[:2],
        classes=len(material.codes),
        weights=folder,
        folded=True,
    )
    network = build(wanted)
    if not take_classifier(network, folder, codes=material.codes):
        raise WeightsError(
            f"{card.name} in {folder} cannot teach: it has other classes than "
            f"{material.dataset.statement.name}.",
            value=folder,
        )
    return network


def say_what_teaches(model: Distillation, experiment: Distilling, material: Material) -> None:
    """Say what the teachers, whose answers the student is held to, are worth."""
    pixels, labels = material.validation(experiment.teacher.size)
    worth = measured(predict_logits(model.teacher, pixels), labels)
    said = ", ".join(
        f"{name.removeprefix('val_').replace('_', ' ')} {value:.3f}"
        for name, value in worth.items()
    )
    say(f"What teaches: validation {said}")
