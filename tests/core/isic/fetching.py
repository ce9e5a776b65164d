"""Ways of an archive to answer, and what came."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from core.isic.fetch import Fetched
from core.isic.wanted import Wanted

Get = Callable[[Wanted], Fetched]


def rows(tmp_path: Path) -> list[dict[str, str]]:
    with (tmp_path / "isic" / "isic.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
