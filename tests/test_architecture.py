"""The page about the architecture names what is there, and leaves no part out."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`((?:benchmarks|core|desktop|scripts|tests|training)/[\w/.]+)`", PAGE))
MEMBERS = re.findall(r"`([\w/]+\.py)`: `(\w+)`", PAGE)


def test_what_is_named_is_there() -> None:
    assert len(NAMED) > 50
    assert not [name for name in NAMED if not (ROOT / name).exists()]


def test_what_is_named_within_a_file_is_defined_there() -> None:
    assert MEMBERS
    for file, member in MEMBERS:
        assert re.search(rf"def {member}\b", (ROOT / file).read_text(encoding="utf-8")), member


def test_every_part_of_core_and_of_the_window_has_its_line() -> None:
    parts = {
        init.parent.relative_to(ROOT).as_posix()
        for package in ("core", "desktop")
        for init in (ROOT / package).glob("*/__init__.py")
    }
    told = {"/".join(name.split("/")[:2]) for name in NAMED}
    assert not parts - told
