"""What several tests of training share: a small set, and VGG16 small enough for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.training.small_set import material_of, write_small_set
from tests.training.small_vgg16 import use_small_vgg16
from training.material import Material


@pytest.fixture(scope="module")
def small_networks() -> Iterator[None]:
    """Let every VGG16 of a module be a small one."""
    with pytest.MonkeyPatch.context() as patch:
        use_small_vgg16(patch)
        yield


@pytest.fixture(scope="module")
def small_material(tmp_path_factory: pytest.TempPathFactory) -> Material:
    """The small set, split by lesion; shared by a module, so not to be written to."""
    folder = tmp_path_factory.mktemp("data")
    return material_of(write_small_set(folder / "set"), folder / "pixels")
