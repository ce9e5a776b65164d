"""The model that ships answers alike under both runtimes, on real images."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from core.engine.onnx_runtime import OnnxRuntime
from core.engine.tensorflow_runtime import TensorFlowRuntime
from core.errors import BundleMissing
from core.images import ImageReader, Picture, find_images, fit
from core.model import Bundle, DeviceRequest
from core.paths import model_folder
from training.export.parity import TOLERANCE, compare

IMAGES = 500


@pytest.fixture
def shipped() -> Bundle:
    try:
        bundle = Bundle.load(model_folder())
    except BundleMissing as error:
        pytest.skip(f"needs the model that ships: {error.message}")
    if bundle.graph is None:
        pytest.skip("the model that ships has no graph for ONNX Runtime")
    return bundle


@pytest.mark.slow
def test_all_outputs_agree_on_real_images(shipped: Bundle, shared_data: Path) -> None:
    spec = shipped.card.preprocessing.spec
    found = sorted(find_images([shared_data / "ham10000" / "images"]))
    chosen = list(islice(found, 0, None, max(len(found) // IMAGES, 1)))[:IMAGES]
    pixels = []
    with ImageReader(workers=2) as reader:
        for reading in reader.read_many(chosen):
            assert isinstance(reading.outcome, Picture)
            pixels.append(fit(reading.outcome.pixels, spec).pixels)
    assert len(pixels) == IMAGES
    reference = TensorFlowRuntime(shipped, request=DeviceRequest.CPU)
    tried = OnnxRuntime(shipped, request=DeviceRequest.CPU)
    largest = compare(reference.run, tried.run, np.stack(pixels))
    assert max(largest.values()) <= TOLERANCE, largest
