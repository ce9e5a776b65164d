"""The arithmetic limit counts what the network has to compute."""

from __future__ import annotations

from pathlib import Path

from benchmarks.limit import operations
from tests.core.tiny import tiny_bundle


def test_operations_are_those_of_the_layers(tmp_path: Path) -> None:
    bundle = tiny_bundle(tmp_path, network={"blocks": [[1, 4], [2, 8]], "hidden": 5})
    assert bundle.graph is not None
    height, width, classes = 32, 48, 7
    convolutions = height * width * 9 * (3 * 4 + (4 * 8 + 8 * 8) / 4)
    head = 8 * 5 + 5 * classes
    gradient = classes * 5 * 8
    heat_maps = classes * 8 * (height // 2) * (width // 2)
    assert operations(bundle.graph) == 2 * (convolutions + head + gradient + heat_maps)
