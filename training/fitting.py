"""The one place where a model is fitted: optimiser, callbacks, checkpoint, end."""

from __future__ import annotations

from collections.abc import Mapping

import keras
import numpy as np
from numpy.typing import NDArray

from training.batches import Batches, LabelledInputs
from training.board import Board
from training.callbacks.best import Best
from training.callbacks.checkpoint import Checkpoint, Memory, Remembered
from training.callbacks.measurement import Measurement
from training.callbacks.progress import Progress
from training.callbacks.reseed import Reseed
from training.console import say
from training.curves import draw_curves, finding, read_history
from training.experiment import Classification, Experiment, Schedule
from training.run import Run

_PLATEAU_PATIENCE = 2
_PLATEAU_FACTOR = 1 / 3


def optimizer_of(experiment: Experiment, steps: int) -> keras.optimizers.Optimizer:
    """AdamW with the experiment's schedule over so many steps; biases and norms do not decay."""
    rate: float | keras.optimizers.schedules.LearningRateSchedule = experiment.learning_rate
    if not isinstance(experiment, Classification) or experiment.schedule is Schedule.COSINE:
        warmup = max(steps // 10, 1)
        rate = keras.optimizers.schedules.CosineDecay(
            experiment.learning_rate * 0.01,
            decay_steps=max(steps - warmup, 1),
            warmup_target=experiment.learning_rate,
            warmup_steps=warmup,
        )
    optimizer = keras.optimizers.AdamW(rate, weight_decay=experiment.weight_decay, clipnorm=5.0)
    optimizer.exclude_from_weight_decay(var_names=["bias", "gamma", "beta"])
    return optimizer


class Fitting:
    """Fits a model in one or several stretches, and ends its run.

    Parameters
    ----------
    experiment : Experiment
        What is done.
    run : Run
        Where it is kept.
    network : keras.Model
        What the run is to end with; gives a dict with ``logits``.
    validation : (ndarray of uint8, ndarray of int64)
        Pixels (n, height, width, 3) and labels (n,) that are not learned from.
    """

    def __init__(
        self,
        experiment: Experiment,
        run: Run,
        network: keras.Model,
        validation: tuple[NDArray[np.uint8], NDArray[np.int64]],
    ) -> None:
        self._experiment = experiment
        self._run = run
        self._network = network
        self._validation = validation

    def fit(self, model: keras.Model, batches: Batches | LabelledInputs, *, until: int) -> None:
        """Train up to epoch `until`, from the checkpoint where there is one."""
        optional, remembered = self._optional()
        checkpoint = Checkpoint(self._run.folder, remembered=remembered)
        done = checkpoint.epoch
        if done >= until or checkpoint.stopped:
            return
        _build(model, batches)
        if done:
            checkpoint.restore(model)
        measurement = Measurement(
            self._network, *self._validation, history=self._run.folder / "history.csv"
        )
        model.fit(
            batches,
            initial_epoch=done,
            epochs=until,
            shuffle=False,
            verbose=0,
            callbacks=[
                Reseed(self._experiment.seed),
                Progress(epochs=self._experiment.epochs),
                measurement,  # tells its figures to those that follow
                *optional,
                Board(self._run.folder / "tensorboard"),
                checkpoint,
            ],
        )

    def _optional(self) -> tuple[list[keras.callbacks.Callback], Mapping[str, Memory]]:
        """Callbacks that the experiment asks for, and what a checkpoint holds of them."""
        experiment = self._experiment
        callbacks: list[keras.callbacks.Callback] = []
        remembered: dict[str, Memory] = {}
        if not isinstance(experiment, Classification):
            return callbacks, remembered
        if experiment.keep_best:
            best = Best(self._network, self._run.folder / "best.weights.h5")
            callbacks.append(best)
            remembered["best"] = best
        if experiment.schedule is Schedule.PLATEAU:
            plateau = keras.callbacks.ReduceLROnPlateau(
                monitor="val_loss", factor=_PLATEAU_FACTOR, patience=_PLATEAU_PATIENCE
            )
            callbacks.append(plateau)
            remembered["plateau"] = Remembered(plateau, "best", "wait", "cooldown_counter")
        if experiment.patience is not None:
            stopping = keras.callbacks.EarlyStopping(
                monitor="val_loss", patience=experiment.patience
            )
            callbacks.append(stopping)
            remembered["stopping"] = Remembered(stopping, "best", "wait", "stopped_epoch")
        return callbacks, remembered

    def finish(self) -> None:
        """Keep the weights, draw the curves, say what they mean."""
        best = self._run.folder / "best.weights.h5"
        if best.exists():
            self._network.load_weights(best)
        history = read_history(self._run.folder / "history.csv")
        draw_curves(history, self._run.folder / "curves.png")
        said = finding(history)
        (self._run.folder / "finding.txt").write_text(f"{said}\n", encoding="utf-8")
        say(said)
        aside = self._run.weights_path.with_name("aside.weights.h5")
        self._network.save_weights(aside)
        aside.replace(self._run.weights_path)


def _build(model: keras.Model, batches: Batches | LabelledInputs) -> None:
    # Weights can be restored only into variables that exist.
    first = batches[0][0]
    model(tuple(part[:1] for part in first) if isinstance(first, tuple) else first[:1])
    model.optimizer.build(model.trainable_variables)
