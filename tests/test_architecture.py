"""The page that says where everything is, says it of what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

_NAMED = re.compile(
    r"`((?:core|desktop|training|benchmarks|tests|scripts)(?:/[a-z_./]+)?|[a-z]+\.spec)`"
)


def test_every_place_that_is_named_is_there(root: Path) -> None:
    text = (root / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = set(_NAMED.findall(text))
    assert len(named) > 50
    assert sorted(name for name in named if not (root / name).exists()) == []


@pytest.mark.parametrize("package", ["core", "desktop"])
def test_every_part_is_named(root: Path, package: str) -> None:
    text = (root / "docs" / "architecture.md").read_text(encoding="utf-8")
    parts = {path.parent.name for path in (root / package).glob("*/__init__.py")}
    assert sorted(name for name in parts if f"`{package}/{name}" not in text) == []
