"""``python -m training train``: from an experiment's name to a finished run."""

from __future__ import annotations

from pathlib import Path

import keras
import numpy as np
from numpy.typing import NDArray

from core.model import Bundle
from training.architectures import Wanted, build
from training.architectures.bundled import take_classifier
from training.augmentation import RandomView
from training.batches import Batches, Draw, LabelledInputs
from training.classifying import Classifying, loss_weights
from training.console import say
from training.copies import balanced_with_copies
from training.distillation import Distillation, build_student
from training.distribution import Distribution, Kind, Share, open_distribution
from training.errors import RunError
from training.experiment import (
    BUNDLE,
    IMAGENET,
    Classification,
    Distilling,
    Experiment,
    Imbalance,
)
from training.fitting import Fitting, optimizer_of
from training.further import note_further
from training.material import Material
from training.origin import note_origin
from training.run import Run
from training.unfolding import unfold_batch_norm

_TYPICAL = 256  # images that tell the statistics of a model without batch norms


def train(
    experiment: Experiment,
    material: Material,
    *,
    out: Path,
    distribution: Distribution | None = None,
) -> Run:
    """Run an experiment, or go on with its run, or find it finished.

    Parameters
    ----------
    experiment : Classification or Distilling
        What to do.
    material : Material
        What to learn from.
    out : Path
        Folder of the run. A teacher's run lies in its folder ``teacher``, that of an experiment
        which this one continues in ``before``.
    distribution : Distribution, optional
        Spreads each batch over several devices; one device by default.

    Returns
    -------
    Run
        The finished run.

    Raises
    ------
    RunError
        If `out` holds another run or cannot be written.
    WeightsError, BundleError
        If the weights that it starts from cannot be had.
    """
    spread = distribution or open_distribution(Kind.NONE)
    folder = spread.share.folder(out)
    further = material.further
    run = Run.open(
        folder,
        experiment,
        material.split,
        limit=material.limit,
        leaks=material.leaks,
        further=None if further is None else further.source.split_sha256,
    )
    if run.complete:
        say(f"{experiment.name}: finished already, in {folder}")
        return run
    note_origin(run, experiment, material)
    if further is not None:
        note_further(run.folder, further)
    if isinstance(experiment, Classification):
        with spread.scope():
            _classify(experiment, material, run, spread)
    else:
        _distil(experiment, material, run, spread, out=out)
    return run


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
        same = take_classifier(network, Path(weights), codes=material.codes)
        say(f"Goes on from {weights}, with {'its' if same else 'a new'} classifier")
    return network


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


def _classify(
    experiment: Classification, material: Material, run: Run, distribution: Distribution
) -> None:
    _start(experiment)
    keras.config.set_dtype_policy(experiment.precision)
    network = build_network(experiment, material)
    keras.config.set_dtype_policy("float32")
    pixels, labels, rows = _examples(experiment, material)
    weights = np.ones(len(material.codes), np.float32)
    if experiment.imbalance is Imbalance.CLASS_WEIGHTS:
        weights = loss_weights(labels[rows], classes=len(material.codes))
    model = Classifying(network, experiment, weights=weights)
    model.replicas = distribution.replicas
    steps = _steps(experiment, material)
    model.compile(
        optimizer=optimizer_of(experiment, steps * experiment.epochs),
        jit_compile=keras.backend.backend() == "jax",
    )
    fitting = Fitting(experiment, run, network, _validation(material, experiment.size))
    draw = _draw(experiment, rows, steps=steps, epoch=run.epochs_done, share=distribution.share)
    batches = Batches(pixels, labels, draw)
    fitting.fit(model, LabelledInputs(batches), until=experiment.epochs)
    fitting.finish()


def _examples(
    experiment: Classification, material: Material
) -> tuple[NDArray[np.uint8], NDArray[np.int64], NDArray[np.int64]]:
    """Pixels, labels and the positions that may be drawn."""
    pixels, labels = material.pixels(experiment.size), material.labels
    rows = material.taught
    if experiment.imbalance is not Imbalance.COPIES:
        return pixels, labels, rows
    pixels, labels = balanced_with_copies(
        pixels[rows], labels[rows], settings=experiment.augmentation, seed=experiment.seed
    )
    say(f"{len(labels) - len(rows):,} copies fill all classes up to {len(labels):,} images")
    return pixels, labels, np.arange(len(labels))


def _distil(
    experiment: Distilling, material: Material, run: Run, distribution: Distribution, *, out: Path
) -> None:
    begun = None
    if experiment.continues is not None:
        begun = train(experiment.continues, material, out=out / "before", distribution=distribution)
    teacher_folder = _teacher_folder(experiment, out)
    taught = train(experiment.teacher, material, out=teacher_folder, distribution=distribution)
    with distribution.scope():
        model = pupil(experiment, material, taught=taught, begun=begun)
        model.replicas = distribution.replicas
        _teach(experiment, material, run, model, share=distribution.share)


def _teacher_folder(experiment: Distilling, out: Path) -> Path:
    """Folder of the teacher's run: that of the first experiment in a row that share a teacher."""
    before = experiment.continues
    if before is not None and before.teacher == experiment.teacher:
        return _teacher_folder(before, out / "before")
    return out / "teacher"


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
    _start(experiment)
    teacher = build_network(experiment.teacher, material, start=False)
    taught.load_into(teacher)
    keras.config.set_dtype_policy(experiment.precision)
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


def _teach(
    experiment: Distilling, material: Material, run: Run, model: Distillation, *, share: Share
) -> None:
    steps = _steps(experiment, material)
    optimizer = optimizer_of(experiment, steps * experiment.epochs)
    validation = _validation(material, experiment.input_size)
    fitting = Fitting(experiment, run, model.student, validation)
    pixels, rows = material.pixels(experiment.teacher.size), material.taught
    until = 0
    for stage in experiment.stages:
        until += stage.epochs
        model.size = stage.size
        model.compile(optimizer=optimizer, jit_compile=keras.backend.backend() == "jax")
        draw = _draw(experiment, rows, steps=steps, epoch=run.epochs_done, share=share)
        fitting.fit(model, Batches(pixels, material.labels, draw), until=until)
    fitting.finish()


def _start(experiment: Experiment) -> None:
    keras.utils.set_random_seed(experiment.seed)
    keras.config.set_dtype_policy("float32")
    say(f"{experiment.name}: {experiment.epochs} epochs")


def _steps(experiment: Experiment, material: Material) -> int:
    return max((material.limit or len(material.taught)) // experiment.batch_size, 1)


def _validation(
    material: Material, size: tuple[int, int]
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    rows = material.rows(material.split.validation)[: material.limit]
    return np.asarray(material.pixels(size)[rows]), material.labels[rows]


def _draw(
    experiment: Experiment, rows: NDArray[np.int64], *, steps: int, epoch: int, share: Share
) -> Draw:
    return Draw(
        rows=rows,
        balance=experiment.balance,
        batch_size=experiment.batch_size,
        examples=steps * experiment.batch_size,
        seed=experiment.seed,
        epoch=epoch,
        share=share,
    )
