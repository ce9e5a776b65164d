"""``python -m training train``: from an experiment's name to a finished run."""

from __future__ import annotations

from pathlib import Path

import keras
import numpy as np

from training.augmentation import RandomView
from training.batches import Batches
from training.callbacks import Checkpoint, Measurement, Progress, Reseed
from training.console import say
from training.distillation import Distillation, build_student
from training.experiment import Distilling, Experiment, FineTuning
from training.material import Material
from training.run import Run
from training.teacher import build_mobilenetv2


def train(experiment: Experiment, material: Material, *, out: Path) -> Run:
    """Run an experiment, or go on with its run, or find it finished.

    Parameters
    ----------
    experiment : FineTuning or Distilling
        What to do.
    material : Material
        What to learn from.
    out : Path
        Folder of the run. A teacher's run lies in its folder ``teacher``, that of an experiment
        which this one continues in ``before``.

    Returns
    -------
    Run
        The finished run.

    Raises
    ------
    RunError
        If `out` holds another run or cannot be written.
    """
    run = Run.open(out, experiment, material.split, limit=material.limit, leaks=material.leaks)
    if run.complete:
        say(f"{experiment.name}: finished already, in {out}")
    elif isinstance(experiment, FineTuning):
        _fine_tune(experiment, material, run)
    else:
        _distil(experiment, material, run)
    return run


def _fine_tune(experiment: FineTuning, material: Material, run: Run) -> None:
    _start(experiment, policy="float32")
    network = build_teacher(experiment, material)
    image = keras.Input((*experiment.size, 3), dtype="uint8")
    view = RandomView(experiment.augmentation, seed=experiment.seed)
    model = keras.Model(image, network(view(image))["logits"])
    model.compile(
        optimizer=_optimizer(experiment, _steps(experiment, material) * experiment.epochs),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        jit_compile=keras.backend.backend() == "jax",
    )
    measurement = _measurement(network, material, experiment.size, run)
    _fit(
        model,
        experiment,
        material,
        run,
        size=experiment.size,
        measurement=measurement,
        until=experiment.epochs,
    )
    _finish(network, run)


def build_teacher(experiment: FineTuning, material: Material) -> keras.Model:
    """Build the teacher with its ImageNet weights, not yet fine-tuned."""
    return build_mobilenetv2(
        experiment.size,
        classes=len(material.codes),
        weights=None
        if experiment.weights is None
        else material.dataset.folder / experiment.weights,
    )


def _beside(material: Material, file: str | None) -> Path | None:
    return None if file is None else material.dataset.folder / file


def _distil(experiment: Distilling, material: Material, run: Run) -> None:
    begun = None
    teacher_folder = run.folder / "teacher"
    if experiment.continues is not None:
        begun = train(experiment.continues, material, out=run.folder / "before")
        if experiment.continues.teacher == experiment.teacher:
            teacher_folder = begun.folder / "teacher"
    taught = train(experiment.teacher, material, out=teacher_folder)
    _start(experiment, policy="float32")
    teacher = build_teacher(experiment.teacher, material)
    teacher.load_weights(taught.weights_path)
    keras.config.set_dtype_policy(experiment.precision)
    student = build_student(classes=len(material.codes), blocks=experiment.blocks)
    keras.config.set_dtype_policy("float32")
    if begun is not None:
        student.load_weights(begun.weights_path)
    measurement = _measurement(student, material, experiment.input_size, run)
    optimizer = _optimizer(experiment, _steps(experiment, material) * experiment.epochs)
    view = RandomView(experiment.teacher.augmentation, seed=experiment.seed)
    model = Distillation(student=student, teacher=teacher, view=view, loss=experiment.loss)
    until = 0
    for stage in experiment.stages:
        until += stage.epochs
        model.size = stage.size
        model.compile(optimizer=optimizer, jit_compile=keras.backend.backend() == "jax")
        _fit(
            model,
            experiment,
            material,
            run,
            size=experiment.teacher.size,
            measurement=measurement,
            until=until,
        )
    _finish(student, run)


def _start(experiment: Experiment, *, policy: str) -> None:
    keras.utils.set_random_seed(experiment.seed)
    keras.config.set_dtype_policy(policy)
    say(f"{experiment.name}: {experiment.epochs} epochs")


def _steps(experiment: Experiment, material: Material) -> int:
    return (material.limit or len(material.split.train)) // experiment.batch_size


def _optimizer(experiment: Experiment, steps: int) -> keras.optimizers.Optimizer:
    warmup = max(steps // 10, 1)
    schedule = keras.optimizers.schedules.CosineDecay(
        experiment.learning_rate * 0.01,
        decay_steps=max(steps - warmup, 1),
        warmup_target=experiment.learning_rate,
        warmup_steps=warmup,
    )
    optimizer = keras.optimizers.AdamW(schedule, weight_decay=experiment.weight_decay, clipnorm=5.0)
    optimizer.exclude_from_weight_decay(var_names=["bias", "gamma", "beta"])
    return optimizer


def _measurement(
    network: keras.Model, material: Material, size: tuple[int, int], run: Run
) -> Measurement:
    rows = material.rows(material.split.validation)[: material.limit]
    return Measurement(
        network,
        np.asarray(material.pixels(size)[rows]),
        material.labels[rows],
        history=run.folder / "history.csv",
    )


def _fit(
    model: keras.Model,
    experiment: Experiment,
    material: Material,
    run: Run,
    *,
    size: tuple[int, int],
    measurement: Measurement,
    until: int,
) -> None:
    """Train up to epoch `until`, from the checkpoint where there is one."""
    checkpoint = Checkpoint(run.folder)
    done = checkpoint.epoch
    if done >= until:
        return
    batches = Batches(
        material.pixels(size),
        material.labels,
        rows=material.rows(material.split.train),
        balance=experiment.balance,
        batch_size=experiment.batch_size,
        examples=_steps(experiment, material) * experiment.batch_size,
        seed=experiment.seed,
        epoch=done,
    )
    _build(model, batches)
    if done:
        checkpoint.restore(model)
    model.fit(
        batches,
        initial_epoch=done,
        epochs=until,
        shuffle=False,
        verbose=0,
        callbacks=[
            Reseed(experiment.seed),
            Progress(epochs=experiment.epochs),
            measurement,
            checkpoint,
        ],
    )


def _build(model: keras.Model, batches: Batches) -> None:
    # Weights can be restored only into variables that exist.
    model(batches[0][0][:1])
    model.optimizer.build(model.trainable_variables)


def _finish(network: keras.Model, run: Run) -> None:
    aside = run.weights_path.with_name("aside.weights.h5")
    network.save_weights(aside)
    aside.replace(run.weights_path)
