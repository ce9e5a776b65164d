"""How large a build is, by package."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.freezing import sizes


@pytest.fixture
def build(tmp_path: Path) -> Path:
    for name, size in {
        "lentigo": 3,
        "sbom.cdx.json": 2,
        "licences/index.html": 4,
        "_internal/alembic-1.dist-info/METADATA": 6,
        "_internal/tensorflow/a/b.so": 5_000_000,
        "_internal/numpy.libs/c.so": 7,
        "_internal/numpy/d.so": 11,
        "_internal/libX11.so.6": 13,
        "_internal/resources/model/card.json": 17,
    }.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(bytes(size))
    (tmp_path / "_internal" / "d.so").symlink_to("numpy/d.so")
    return tmp_path


def test_each_file_is_counted_once(build: Path) -> None:
    counted = sizes.sizes(build)
    assert counted.total() == 5_000_063
    assert counted["numpy"] == 18
    assert counted["resources/model"] == 17
    assert counted["licences and lists"] == 12
    assert "tensorflow" in sizes.report(build)


def test_editions_are_compared_without_the_model(build: Path) -> None:
    text = sizes.table({"full": build, "slim": build})
    assert "| tensorflow | 5.0 | 5.0 |" in text
    assert "| **without the model** | **5** | **5** |" in text
    assert "| aim | 950 | 350 |" in text
