"""Teaching VGG16 with MobileNetV2: both see the same view, at their own resolutions.

From scratch VGG16 learns too little from 7,000 images. Its teacher, fine-tuned on the same lesions,
hands down softened logits and its embedding, which say more per image than a label does.
"""

from __future__ import annotations

import keras
from keras import ops

from core.model.architecture import BLOCKS
from core.model.network import build_backbone
from training.experiment import LossWeights

Tensors = dict[str, keras.KerasTensor]


def distillation_loss(
    label: keras.KerasTensor, outputs: Tensors, *, weights: LossWeights
) -> keras.KerasTensor:
    """Mean loss of a batch.

    Parameters
    ----------
    label : tensor
        Class indices, (batch,).
    outputs : dict of tensor
        What `Distillation` gives.
    weights : LossWeights
        Of its parts.
    """
    hard = keras.losses.sparse_categorical_crossentropy(label, outputs["logits"], from_logits=True)
    soft = _divergence(outputs["teacher_logits"], outputs["logits"], weights.temperature)
    cosine = ops.sum(
        ops.normalize(outputs["teacher_embedding"], axis=-1)
        * ops.normalize(outputs["projection"], axis=-1),
        axis=-1,
    )
    total = weights.label * hard + weights.soft * soft + weights.embedding * (1 - cosine)
    return ops.mean(total)


def _divergence(
    teacher: keras.KerasTensor, student: keras.KerasTensor, temperature: float
) -> keras.KerasTensor:
    target = ops.softmax(teacher / temperature)
    log_target = ops.log_softmax(teacher / temperature)
    log_student = ops.log_softmax(student / temperature)
    return temperature**2 * ops.sum(target * (log_target - log_student), axis=-1)


def build_student(
    *, classes: int, blocks: tuple[tuple[int, int], ...] = BLOCKS, dropout: float = 0.2
) -> keras.Model:
    """Build VGG16 with batch norm, of any input size, for training.

    Returns
    -------
    keras.Model
        Takes RGB 0 to 255, (batch, height, width, 3); gives a dict of float32 tensors ``logits``
        (batch, classes) and ``embedding`` (batch, channels).
    """
    image = keras.Input((None, None, 3), name="image")
    _, pooled = build_backbone(image, blocks=blocks, batch_norm=True)
    embedding = keras.layers.Activation("linear", dtype="float32", name="embedding_float")(pooled)
    dropped = keras.layers.Dropout(dropout, dtype="float32", name="dropout")(embedding)
    logits = keras.layers.Dense(classes, dtype="float32", name="logits")(dropped)
    return keras.Model(image, {"logits": logits, "embedding": embedding}, name="vgg16_norm")


class Distillation(keras.Model):
    """Student and frozen teacher before one loss.

    Parameters
    ----------
    student, teacher : keras.Model
        Each gives a dict with ``logits`` and ``embedding``.
    view : keras.layers.Layer
        The augmentation; both see its output.
    loss : LossWeights
        What they are compared by.

    Attributes
    ----------
    size : tuple of int, optional
        Height and width of the student's view, pixels; None is the teacher's. Takes effect when
        the model is compiled.
    replicas : int
        Devices whose losses are added up.
    """

    def __init__(
        self,
        *,
        student: keras.Model,
        teacher: keras.Model,
        view: keras.layers.Layer,
        loss: LossWeights,
    ) -> None:
        super().__init__(name="distillation")
        teacher.trainable = False
        self.student = student
        self.teacher = teacher
        self.view = view
        self.loss_weights = loss
        self.size: tuple[int, int] | None = None
        self.replicas = 1
        self.accuracy = keras.metrics.SparseCategoricalAccuracy(name="accuracy")
        self.projection = keras.layers.Dense(
            teacher.output["embedding"].shape[-1], dtype="float32", name="projection"
        )

    def call(self, images: keras.KerasTensor, training: bool = False) -> Tensors:  # noqa: FBT001, FBT002 - Keras' own signature
        """Show both networks the same view of each image."""
        seen = self.view(images, training=training)
        taught = self.teacher(seen, training=False)
        student = self.student(self._resized(seen), training=training)
        return {
            "logits": student["logits"],
            "projection": self.projection(student["embedding"]),
            "teacher_logits": ops.stop_gradient(taught["logits"]),
            "teacher_embedding": ops.stop_gradient(taught["embedding"]),
        }

    def _resized(self, seen: keras.KerasTensor) -> keras.KerasTensor:
        if self.size is None or self.size == tuple(seen.shape[1:3]):
            return seen
        return ops.image.resize(seen, self.size, antialias=True, data_format="channels_last")

    def compute_loss(
        self,
        x: keras.KerasTensor | None = None,
        y: keras.KerasTensor | None = None,
        y_pred: Tensors | None = None,
        sample_weight: keras.KerasTensor | None = None,
    ) -> keras.KerasTensor:
        """Keras' hook for a loss over all outputs."""
        del x, sample_weight
        assert y is not None and y_pred is not None  # noqa: S101, PT018 - Keras always gives both
        return distillation_loss(y, y_pred, weights=self.loss_weights) / self.replicas

    def compute_metrics(
        self,
        x: keras.KerasTensor,
        y: keras.KerasTensor,
        y_pred: Tensors,
        sample_weight: keras.KerasTensor | None = None,
    ) -> dict[str, float]:
        """Keras' hook for metrics: the student's accuracy."""
        del x, sample_weight
        self.accuracy.update_state(y, y_pred["logits"])
        results: dict[str, float] = self.get_metrics_result()
        return results
