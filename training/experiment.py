"""What an experiment is: a few declared numbers, no code."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.model.architecture import BLOCKS


@dataclass(frozen=True, slots=True)
class AugmentationSettings:
    """How far a view may differ from its image.

    Parameters
    ----------
    rotation : float
        Largest rotation to either side, degrees. A dermoscopic image has no "up".
    zoom : tuple of float
        Least and largest side of the shown region, as a share of the image's.
    stretch : float
        Largest relative change of the aspect ratio.
    shift : float
        Largest shift to either side, as a share of the image's size.
    brightness, contrast, saturation : float
        Largest relative change.
    hue : float
        Largest relative change of one colour channel against the others (white balance).
    """

    rotation: float = 180.0
    zoom: tuple[float, float] = (0.7, 1.05)
    stretch: float = 0.1
    shift: float = 0.08
    brightness: float = 0.15
    contrast: float = 0.2
    saturation: float = 0.2
    hue: float = 0.06


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
class FineTuning:
    """MobileNetV2 from its ImageNet weights, all layers trained.

    Parameters
    ----------
    name : str
        Name of the experiment.
    size : tuple of int
        Input height and width, pixels.
    epochs : int
        Passes over the training lesions.
    batch_size : int
        Images in a step.
    learning_rate, weight_decay : float
        Of AdamW; the rate rises for a tenth of the steps, then falls to 0 as a cosine.
    balance : float
        0 draws images as frequent as they are, 1 all classes equally often.
    weights : str, optional
        Archive of ImageNet weights, relative to the data set's folder; None starts from scratch.
    augmentation : AugmentationSettings
        How far a view may differ from its image.
    seed : int
        Of the split, the draw, the views and the initial weights.
    """

    name: str
    size: tuple[int, int] = (192, 256)
    epochs: int = 8
    batch_size: int = 32
    learning_rate: float = 5e-4
    weight_decay: float = 1e-2
    balance: float = 1.0
    weights: str | None = "../weights/mobilenetv2_imagenet.npz"
    augmentation: AugmentationSettings = field(default_factory=AugmentationSettings)
    seed: int = 20260101


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
    teacher : FineTuning
        The teacher; trained first where its run is not there yet.
    stages : tuple of Stage
        From coarse to fine: an epoch at half the side costs a quarter.
    continues : Distilling, optional
        Whose student this one starts as, trained first where its run is not there yet; None starts
        from random weights. A new cosine over the learning rate is worth more than the tail of
        the old one.
    batch_size, learning_rate, weight_decay, balance, seed
        As for `FineTuning`.
    blocks : tuple of (int, int)
        Convolutions and channels of VGG16's blocks. Others only in tests.
    precision : str
        Keras' policy for the student's layers.
    loss : LossWeights
        What the student is held to.
    """

    name: str
    teacher: FineTuning
    stages: tuple[Stage, ...]
    continues: Distilling | None = None
    batch_size: int = 32
    learning_rate: float = 1.5e-3
    weight_decay: float = 2e-2
    balance: float = 0.7
    blocks: tuple[tuple[int, int], ...] = BLOCKS
    precision: str = "mixed_bfloat16"
    loss: LossWeights = field(default_factory=LossWeights)
    seed: int = 20260101

    @property
    def epochs(self) -> int:
        """Epochs of all stages."""
        return sum(stage.epochs for stage in self.stages)

    @property
    def input_size(self) -> tuple[int, int]:
        """Height and width of the last stage's input, pixels."""
        return self.stages[-1].size


Experiment = FineTuning | Distilling
