"""Fixtures of the evaluation's tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.labels import LabelledImage


@pytest.fixture
def labelled() -> list[LabelledImage]:
    """60 images of 30 lesions; nevi are confirmed by follow-up, the others by histopathology."""
    images = []
    for number in range(60):
        code = ("nv", "nv", "mel", "nv", "bcc", "nv")[number // 2 % 6]
        name, lesion = f"{code}_{number}", f"L{number // 2}"
        row = {"image_id": name, "dx": code, "lesion_id": lesion}
        row["dx_type"] = "follow_up" if code == "nv" else "histo"
        images.append(LabelledImage(name, Path(f"{name}.jpg"), code, lesion, row))
    return images
