"""Teacher, student, augmentation, loss: each does what its docstring says."""

from __future__ import annotations

from pathlib import Path

import keras
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.images import FitMode, FitSpec, fit
from training.architectures import Wanted, build
from training.architectures.folded import load_folded_weights
from training.augmentation import RandomView
from training.augmentation_settings import AugmentationSettings
from training.distillation import distillation_loss
from training.errors import WeightsError
from training.experiment import LossWeights

STILL = AugmentationSettings(
    rotation=0, zoom=(1.0, 1.0), stretch=0, shift=0, brightness=0, contrast=0, saturation=0, hue=0
)


def noise(*shape: int, seed: int = 0) -> NDArray[np.uint8]:
    return np.random.default_rng(seed).integers(0, 256, shape, dtype=np.uint8)


def test_a_view_is_the_image_itself_at_inference() -> None:
    images = noise(2, 24, 32, 3)
    view = RandomView(AugmentationSettings(), seed=1)
    np.testing.assert_array_equal(view(images, training=False), images.astype(np.float32))


def test_without_leeway_only_flips_remain() -> None:
    images = noise(16, 24, 32, 3)
    seen = np.asarray(RandomView(STILL, seed=1)(images, training=True))
    kinds = set()
    for image, view in zip(images.astype(np.float32), seen, strict=True):
        flips = {"same": image, "x": image[:, ::-1], "y": image[::-1], "both": image[::-1, ::-1]}
        (kind,) = [name for name, flip in flips.items() if np.abs(view - flip).max() < 0.5]
        kinds.add(kind)
    assert kinds == {"same", "x", "y", "both"}


def test_views_differ_from_each_other_and_stay_in_range() -> None:
    images = np.repeat(noise(1, 24, 32, 3), 8, axis=0)
    views = np.asarray(RandomView(AugmentationSettings(), seed=1)(images, training=True))
    assert views.min() >= 0
    assert views.max() <= 255
    assert len({view.tobytes() for view in views}) == 8


def test_views_repeat_with_their_seed() -> None:
    images = noise(4, 24, 32, 3)
    first, again, other = (
        np.asarray(RandomView(AugmentationSettings(), seed=seed)(images, training=True))
        for seed in (5, 5, 6)
    )
    np.testing.assert_array_equal(first, again)
    assert np.abs(first - other).max() > 1


def outputs(
    logits: NDArray[np.float32], teacher: NDArray[np.float32]
) -> dict[str, NDArray[np.float32]]:
    embedding = np.ones((len(logits), 4), np.float32)
    return {
        "logits": logits, "teacher_logits": teacher,
        "projection": embedding * 3, "teacher_embedding": embedding,
    }  # fmt: skip


def test_a_student_that_equals_its_teacher_loses_only_on_the_label() -> None:
    logits = np.array([[2.0, 0.0, -1.0]], np.float32)
    label = np.array([0])
    weights = LossWeights(temperature=3.0)
    expected = 0.5 * (np.log(np.exp(logits[0]).sum()) - 2.0)
    loss = float(distillation_loss(label, outputs(logits, logits), weights=weights))
    assert loss == pytest.approx(expected, rel=1e-5)


def test_the_soft_loss_is_the_divergence_times_the_temperature_squared() -> None:
    student = np.array([[0.0, 0.0]], np.float32)
    teacher = np.array([[4.0, 0.0]], np.float32)
    weights = LossWeights(temperature=2.0, soft=1.0, label=0.0, embedding=0.0)
    p = 1 / (1 + np.exp(-2.0))
    expected = 4 * (p * np.log(p / 0.5) + (1 - p) * np.log((1 - p) / 0.5))
    loss = float(distillation_loss(np.array([0]), outputs(student, teacher), weights=weights))
    assert loss == pytest.approx(expected, rel=1e-5)


def archive_of(base: keras.Model, path: Path) -> dict[str, NDArray[np.float32]]:
    """Write an archive of random folded weights that fits `base`."""
    generator = np.random.default_rng(0)
    arrays: dict[str, NDArray[np.float32]] = {}
    kinds = (keras.layers.Conv2D, keras.layers.DepthwiseConv2D)
    for number, layer in enumerate(layer for layer in base.layers if isinstance(layer, kinds)):
        kernel = generator.normal(0, 0.05, layer.kernel.shape).astype(np.float32)
        arrays[f"{number:03d}_OP_W"] = np.moveaxis(kernel, -1, 0)
        channels = kernel.shape[-1] * (kernel.shape[-2] if kernel.shape[-1] == 1 else 1)
        arrays[f"{number:03d}_OP_b"] = np.full(channels, number / 100, np.float32)
    np.savez(path, **arrays)  # type: ignore[arg-type] # its stubs take the names for options
    return arrays


def mobilenet() -> keras.Model:
    shape = (64, 64, 3)
    base: keras.Model = keras.applications.MobileNetV2(shape, include_top=False, weights=None)
    return base


def test_folded_weights_land_in_their_layers(tmp_path: Path) -> None:
    base = mobilenet()
    arrays = archive_of(base, tmp_path / "weights.npz")
    load_folded_weights(base, tmp_path / "weights.npz")
    np.testing.assert_array_equal(
        base.get_layer("Conv1").kernel.numpy(), np.moveaxis(arrays["000_OP_W"], 0, -1)
    )
    norm = base.get_layer("bn_Conv1")
    one = np.ones((1, 2, 2, norm.beta.shape[0]), np.float32)
    np.testing.assert_allclose(norm(one, training=False), one + norm.beta.numpy(), rtol=1e-5)
    np.testing.assert_array_equal(base.get_layer("Conv_1_bn").beta.numpy(), arrays["051_OP_b"])


def test_an_archive_of_another_network_is_refused(tmp_path: Path) -> None:
    base = mobilenet()
    arrays = archive_of(base, tmp_path / "weights.npz")
    arrays["005_OP_W"] = arrays["005_OP_W"][:-1]
    np.savez(tmp_path / "wrong.npz", **arrays)  # type: ignore[arg-type] # as above
    with pytest.raises(WeightsError, match="does not fit MobileNetV2"):
        load_folded_weights(base, tmp_path / "wrong.npz")
    np.savez(tmp_path / "few.npz", a_W=arrays["000_OP_W"], a_b=arrays["000_OP_b"])
    with pytest.raises(WeightsError, match="holds 1 convolutions"):
        load_folded_weights(base, tmp_path / "few.npz")


def test_no_archive_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="cannot be read"):
        build(Wanted("mobilenetv2", (64, 64), 2, weights=tmp_path / "none.npz"))


def test_batch_norms_of_the_teacher_never_leave_inference_mode(tmp_path: Path) -> None:
    archive_of(mobilenet(), tmp_path / "weights.npz")
    teacher = build(Wanted("mobilenetv2", (64, 64), 3, weights=tmp_path / "weights.npz"))
    images = noise(4, 64, 64, 3).astype(np.float32)
    before = np.asarray(teacher(images, training=False)["embedding"])
    during = np.asarray(teacher(images, training=True)["embedding"])
    np.testing.assert_allclose(before, during, rtol=1e-4, atol=1e-5)
    assert len(teacher.trainable_variables) == 2 + 52 + 2 * 52


def test_the_real_archive_recognises_dalmatians(shared_data: Path) -> None:
    """End to end: if one kernel stood in the wrong place, it would not."""
    path = shared_data / "weights" / "mobilenetv2_imagenet.npz"
    base = build(Wanted("mobilenetv2", (224, 224), 1, weights=path))
    with np.load(path) as archive:
        kernel, bias = archive["052_CONV_2D_W"], archive["052_CONV_2D_b"]
    files = sorted((shared_data / "caltech101" / "dalmatian").iterdir())[:20]
    spec = FitSpec(height=224, width=224, mode=FitMode.CROP)
    pixels = [fit(np.asarray(Image.open(file).convert("RGB")), spec).pixels for file in files]
    embedding = np.asarray(base(np.stack(pixels).astype(np.float32), training=False)["embedding"])
    answers = (embedding @ kernel.reshape(1001, 1280).T + bias).argmax(axis=1)
    assert (answers == 252).mean() >= 0.8  # 1 + ImageNet's number of "dalmatian"
