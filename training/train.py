"""``python -m training train``: from an experiment's name to a finished run."""

from __future__ import annotations

from pathlib import Path

import keras
import numpy as np
from numpy.typing import NDArray

from training.batches import Batches, Draw, LabelledInputs
from training.classifying import Classifying, loss_weights
from training.console import say
from training.copies import balanced_with_copies
from training.distillation import Distillation
from training.distribution import Distribution, Kind, Share, open_distribution
from training.experiment import Classification, Distilling, Experiment, Imbalance
from training.fitting import Fitting, optimizer_of
from training.further import note_further
from training.material import Material
from training.networks import build_network
from training.origin import note_origin
from training.pupil import pupil, say_what_teaches
from training.run import Run


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
    fitting = Fitting(experiment, run, network, material.validation(experiment.size))
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
    taught = train(
        experiment.teacher,
        material.for_teacher(experiment),
        out=teacher_folder,
        distribution=distribution,
    )
    with distribution.scope():
        _start(experiment)
        model = pupil(experiment, material, taught=taught, begun=begun)
        model.replicas = distribution.replicas
        if not run.epochs_done:
            say_what_teaches(model, experiment, material)
        _teach(experiment, material, run, model, share=distribution.share)


def _teacher_folder(experiment: Distilling, out: Path) -> Path:
    """Folder of the teacher's run: that of the first experiment in a row that share a teacher."""
    before = experiment.continues
    if before is not None and before.teacher == experiment.teacher:
        return _teacher_folder(before, out / "before")
    return out / "teacher"


def _teach(
    experiment: Distilling, material: Material, run: Run, model: Distillation, *, share: Share
) -> None:
    steps = _steps(experiment, material)
    optimizer = optimizer_of(experiment, steps * experiment.epochs)
    validation = material.validation(experiment.input_size)
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
