"""A network before its loss: views, mixing, imbalance."""

from __future__ import annotations

import keras
import numpy as np
from keras import ops
from numpy.typing import NDArray

from training.augmentation import RandomView
from training.experiment import Classification, Imbalance
from training.mixing import Mixing

_FOCUS = 2.0  # the exponent that the focal loss's authors recommend


def loss_weights(labels: NDArray[np.int64], *, classes: int) -> NDArray[np.float32]:
    """Weight of each class that makes all classes count alike; their mean over images is 1."""
    counts = np.bincount(labels, minlength=classes)
    return (len(labels) / (classes * np.maximum(counts, 1))).astype(np.float32)


class Classifying(keras.Model):
    """A network that is shown views of labelled images.

    Parameters
    ----------
    network : keras.Model
        Gives a dict with ``logits``.
    experiment : Classification
        How it is taught.
    weights : ndarray of float32
        Of the classes in the loss, (classes,).

    Attributes
    ----------
    replicas : int
        Devices whose losses are added up.
    """

    def __init__(
        self, network: keras.Model, experiment: Classification, *, weights: NDArray[np.float32]
    ) -> None:
        super().__init__(name="classifying")
        self.network = network
        self.view = RandomView(experiment.augmentation, seed=experiment.seed)
        self.mixing = Mixing(experiment.augmentation, seed=experiment.seed + 1)
        self.replicas = 1
        self.accuracy = keras.metrics.SparseCategoricalAccuracy(name="accuracy")
        self._focal = experiment.imbalance is Imbalance.FOCAL
        self._class_weights = weights

    def call(
        self,
        inputs: tuple[keras.KerasTensor, keras.KerasTensor],
        training: bool = False,  # noqa: FBT001, FBT002 - Keras' own signature
    ) -> dict[str, keras.KerasTensor]:
        """Show the network a view of each image; labels come along, since mixing joins them."""
        images, labels = inputs
        seen = self.view(images, training=training)
        target = ops.one_hot(labels, len(self._class_weights), dtype="float32")
        if training and self.mixing.active:
            seen, target = self.mixing(seen, target)
        logits = self.network(seen, training=training)["logits"]
        return {"logits": logits, "target": target}

    def build(self, input_shape: object) -> None:
        """Do nothing: all weights are the network's, which has them already."""
        del input_shape
        self.built = True

    def compute_loss(
        self,
        x: keras.KerasTensor | None = None,
        y: keras.KerasTensor | None = None,
        y_pred: dict[str, keras.KerasTensor] | None = None,
        sample_weight: keras.KerasTensor | None = None,
    ) -> keras.KerasTensor:
        """Keras' hook for a loss over all outputs."""
        del x, y, sample_weight
        assert y_pred is not None  # noqa: S101 - Keras always gives it
        return ops.mean(self.losses_of(y_pred["logits"], y_pred["target"])) / self.replicas

    def compute_metrics(
        self,
        x: object,
        y: keras.KerasTensor,
        y_pred: dict[str, keras.KerasTensor],
        sample_weight: keras.KerasTensor | None = None,
    ) -> dict[str, float]:
        """Keras' hook for metrics: accuracy against the larger share of each label."""
        del x, y, sample_weight
        self.accuracy.update_state(ops.argmax(y_pred["target"], axis=-1), y_pred["logits"])
        results: dict[str, float] = self.get_metrics_result()
        return results

    def losses_of(self, logits: keras.KerasTensor, target: keras.KerasTensor) -> keras.KerasTensor:
        """Cross-entropy of each image, (batch,), weighted; focal [1]_ where that was asked for.

        References
        ----------
        .. [1] Lin et al., "Focal Loss for Dense Object Detection", ICCV 2017,
           doi:10.1109/ICCV.2017.324.
        """
        log_shares = ops.log_softmax(ops.cast(logits, "float32"))
        terms = -target * log_shares * self._class_weights
        if self._focal:
            terms = terms * (1.0 - ops.exp(log_shares)) ** _FOCUS
        return ops.sum(terms, axis=-1)
