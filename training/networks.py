"""The network of an experiment: as it begins, and as its run ended."""

from __future__ import annotations

from pathlib import Path

import keras

from training.architectures import Wanted, build
from training.architectures.bundled import take_classifier
from training.console import say
from training.distillation import build_student
from training.errors import RunError
from training.experiment import BUNDLE, IMAGENET, Classification, Experiment
from training.material import Material
from training.run import Run


def build_network(
    experiment: Classification, material: Material, *, start: bool = True
) -> keras.Model:
    """Build what an experiment trains, with the weights that it starts from or before any."""
    weights = material.start_of(experiment.weights)
    network = build(
        Wanted(
            architecture=experiment.architecture,
            size=experiment.size,
            classes=len(material.codes),
            weights=weights,
            trained_blocks=experiment.trained_blocks,
            folded=experiment.weights in {IMAGENET, BUNDLE},
            start=start,
        )
    )
    if start and experiment.weights == BUNDLE and weights is not None:
        classify_as(network, Path(weights), material)
    return network


def classify_as(network: keras.Model, folder: Path, material: Material) -> None:
    """Take the classifier of the model in `folder`, if it is for these classes; say which it is."""
    same = take_classifier(network, folder, codes=material.codes)
    say(f"Goes on from {folder}, with {'its' if same else 'a new'} classifier")


def finished_network(run: Run, material: Material) -> tuple[Experiment, keras.Model]:
    """Load what a run ended with, and the experiment that it was.

    Raises
    ------
    RunError
        If the run is not finished, or is of another version.
    """
    if not run.complete:
        raise RunError(f"{run.folder} is not finished: run train again.", value=run.folder)
    experiment = run.experiment
    if isinstance(experiment, Classification):
        network = build_network(experiment, material, start=False)
    else:
        network = build_student(classes=len(material.codes), blocks=experiment.blocks)
    run.load_into(network)
    return experiment, network
