"""Student and teachers of an experiment, before one loss."""

from __future__ import annotations

from pathlib import Path

import keras
import numpy as np

from core.model import Bundle
from training.architectures.bundled import take_classifier
from training.augmentation import RandomView
from training.callbacks.measurement import measured
from training.console import say
from training.distillation import Distillation, build_student
from training.ensemble import ensemble
from training.experiment import BUNDLE, Classification, Distilling
from training.logits import predict_logits
from training.material import Material
from training.networks import build_network
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
        If the weights that it starts from cannot be had.
    """
    teacher = build_network(experiment.teacher, material, start=False)
    taught.load_into(teacher)
    keras.config.set_dtype_policy(experiment.precision)
    if experiment.ensemble:
        teacher = ensemble(
            [teacher, _second_teacher(experiment, material)], size=experiment.teacher.size
        )
    student = build_student(classes=len(material.codes), blocks=experiment.blocks)
    keras.config.set_dtype_policy("float32")
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
    same = take_classifier(student, folder, codes=material.codes)
    say(f"Goes on from {folder}, with {'its' if same else 'a new'} classifier")


def _second_teacher(experiment: Distilling, material: Material) -> keras.Model:
    """Build what the student starts as, to teach it."""
    beginning = Classification(
        name=experiment.name, architecture="vgg16", size=experiment.input_size, weights=BUNDLE
    )
    return build_network(beginning, material)


def say_what_teaches(model: Distillation, experiment: Distilling, material: Material) -> None:
    """Say what the teachers are worth on the validation images, which the student can hope for."""
    rows = material.rows(material.split.validation)[: material.limit]
    pixels = np.asarray(material.pixels(experiment.teacher.size)[rows])
    worth = measured(predict_logits(model.teacher, pixels), material.labels[rows])
    said = ", ".join(
        f"{name.removeprefix('val_').replace('_', ' ')} {value:.3f}"
        for name, value in worth.items()
    )
    say(f"What teaches: validation {said}")
