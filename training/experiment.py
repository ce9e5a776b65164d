"""What an experiment is: a few declared numbers, no code."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from core.model.architecture import BLOCKS
from training.augmentation_settings import AugmentationSettings
from training.errors import ExperimentError

IMAGENET = "imagenet"
"""In the place of a file of weights: those that Keras fetches."""

BUNDLE = "bundle"
"""In the place of a file of weights: those of a model that Lentigo runs, the one in use unless
``--weights`` names the folder of another."""


class Imbalance(StrEnum):
    """What is done about classes of very different frequency, beside drawing rare ones oftener."""

    NONE = "none"
    CLASS_WEIGHTS = "class_weights"
    """The loss of each image counts the more, the rarer its class."""
    FOCAL = "focal"
    """Focal loss: images that are already right count little."""
    COPIES = "copies"
    """Each class is filled up with copies of its images, changed once and for all, after the
    split: what projects do that balance a set on disk."""


class Schedule(StrEnum):
    """How the learning rate changes."""

    COSINE = "cosine"
    """Up for a tenth of the steps, then down to 0 as a cosine."""
    CONSTANT = "constant"
    PLATEAU = "plateau"
    """A third of it whenever the validation loss has not fallen for two epochs."""


@dataclass(frozen=True, slots=True)
class LossWeights:
    """Weights of the three parts of the loss of distillation.

    Parameters
    ----------
    temperature : float
        By which both networks' logits are divided before they are compared [1]_.
    soft, label, embedding : float
        Weights of the Kullback-Leibler divergence between the softened outputs, of the
        cross-entropy against the label, and of the cosine distance of the embeddings.

    References
    ----------
    .. [1] Hinton, Vinyals, Dean, "Distilling the Knowledge in a Neural Network", 2015,
       doi:10.48550/arXiv.1503.02531.
    """

    temperature: float = 2.0
    soft: float = 1.0
    label: float = 0.5
    embedding: float = 2.0


@dataclass(frozen=True, slots=True)
class Classification:
    """A network that learns classes from labels.

    Parameters
    ----------
    name : str
        Name of the experiment.
    architecture : str
        A key of `training.architectures.ARCHITECTURES`.
    size : tuple of int
        Input height and width, pixels.
    weights : str, optional
        ``imagenet`` (fetched by Keras), ``bundle`` (a model that Lentigo runs), or a file of
        weights relative to the data set's folder; None starts from scratch.
    trained_blocks : int, optional
        How many of the last blocks are trained; 0 trains the head alone, None everything.
    epochs : int
        Passes over the training images, at most.
    batch_size : int
        Images in a step.
    learning_rate, weight_decay : float
        Of AdamW.
    schedule : Schedule
        How the rate changes.
    balance : float
        0 draws images as frequent as they are, 1 all classes equally often.
    imbalance : Imbalance
        What else is done for rare classes.
    augmentation : AugmentationSettings
        How far a view may differ from its image.
    patience : int, optional
        Epochs without a better validation loss after which training ends; None trains all epochs.
    keep_best : bool
        Whether the run ends with the weights of its best epoch, by validation balanced accuracy,
        instead of its last.
    precision : str
        Keras' policy for the layers.
    seed : int
        Of the split, the draw, the views and the initial weights.
    """

    name: str
    architecture: str = "mobilenetv2"
    size: tuple[int, int] = (192, 256)
    weights: str | None = None
    trained_blocks: int | None = None
    epochs: int = 8
    batch_size: int = 32
    learning_rate: float = 5e-4
    weight_decay: float = 1e-2
    schedule: Schedule = Schedule.COSINE
    balance: float = 1.0
    imbalance: Imbalance = Imbalance.NONE
    augmentation: AugmentationSettings = field(default_factory=AugmentationSettings)
    patience: int | None = None
    keep_best: bool = False
    precision: str = "float32"
    seed: int = 20260101

    @property
    def input_size(self) -> tuple[int, int]:
        """Height and width of the input, pixels."""
        return self.size


@dataclass(frozen=True, slots=True)
class Stage:
    """Some epochs at one resolution.

    Parameters
    ----------
    epochs : int
        Passes over the training lesions.
    size : tuple of int
        Height and width of the student's view, pixels; at most the teacher's.
    """

    epochs: int
    size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Distilling:
    """VGG16 with batch norm, from scratch, taught by a fine-tuned MobileNetV2.

    Parameters
    ----------
    name : str
        Name of the experiment.
    teacher : Classification
        The teacher; trained first where its run is not there yet.
    stages : tuple of Stage
        From coarse to fine: an epoch at half the side costs a quarter.
    continues : Distilling, optional
        Whose student this one starts as, trained first where its run is not there yet; None starts
        from random weights. A new cosine over the learning rate is worth more than the tail of
        the old one.
    weights : str, optional
        ``bundle``: the student starts as a VGG16 that Lentigo runs, the one in use unless
        ``--weights`` names another, with its batch norms back (`training.unfolding`).
    ensemble : bool
        Whether that model teaches beside the teacher: the student is held to the mean of both
        (`training.ensemble`).
    batch_size, learning_rate, weight_decay, balance, seed
        As for `Classification`.
    blocks : tuple of (int, int)
        Convolutions and channels of VGG16's blocks. Others only in tests.
    precision : str
        Keras' policy for the student's layers.
    loss : LossWeights
        What the student is held to.
    """

    name: str
    teacher: Classification
    stages: tuple[Stage, ...]
    continues: Distilling | None = None
    weights: str | None = None
    ensemble: bool = False
    batch_size: int = 32
    learning_rate: float = 1.5e-3
    weight_decay: float = 2e-2
    balance: float = 0.7
    blocks: tuple[tuple[int, int], ...] = BLOCKS
    precision: str = "mixed_bfloat16"
    loss: LossWeights = field(default_factory=LossWeights)
    seed: int = 20260101

    def __post_init__(self) -> None:
        """Refuse settings that contradict each other."""
        if self.ensemble and (self.weights != BUNDLE or self.continues is not None):
            raise ExperimentError(
                f"{self.name} does not start as a model that could teach: an ensemble needs "
                f"weights={BUNDLE!r}, and no experiment to continue.",
                value=self.name,
            )

    @property
    def epochs(self) -> int:
        """Epochs of all stages."""
        return sum(stage.epochs for stage in self.stages)

    @property
    def input_size(self) -> tuple[int, int]:
        """Height and width of the last stage's input, pixels."""
        return self.stages[-1].size


Experiment = Classification | Distilling
