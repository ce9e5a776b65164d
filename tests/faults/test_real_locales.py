"""Where numbers have commas, and letters another capital, files and answers are the same."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from core.paths import examples_folder

EXAMPLES = examples_folder()
LOCALES = {"de_DE": ",", "tr_TR": ",", "ar_EG": ".", "hi_IN": "."}
"""And what stands between whole numbers and their parts."""
POINT = (
    "from locale import LC_ALL, localeconv, setlocale\n"
    "setlocale(LC_ALL, ''); print(localeconv()['decimal_point'])"
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("localedef") is None, reason="localedef makes the locales"),
]


@pytest.fixture(params=LOCALES)
def locale(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """Return the environment of a locale that is really there, and seen to be."""
    name: str = request.param
    made = subprocess.run(
        ["localedef", "-i", name, "-f", "UTF-8", tmp_path / f"{name}.UTF-8"],
        capture_output=True, check=False,
    )  # fmt: skip
    if made.returncode > 1:  # 1 warns
        pytest.skip("the sources of locales are not here: apt-get install locales")
    environment = {"LOCPATH": str(tmp_path), "LC_ALL": f"{name}.UTF-8", "LANG": f"{name}.UTF-8"}
    assert python("-c", POINT, **environment).stdout.strip() == LOCALES[name]
    return environment


def python(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        env=os.environ | environment, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


def answers(folder: Path, model: Path, **environment: str) -> list[object]:
    """Classify, and write a table, as a user of this locale would."""
    table = folder / "table.csv"
    common = ("--model", model)
    done = python(
        "-m", "desktop", "classify", "--json", *EXAMPLES.glob("*.jpg"), *common, **environment
    )
    assert done.returncode == 0, done.stderr
    said = [json.loads(line) for line in done.stdout.splitlines()]
    for one in said:
        del one["milliseconds"]
    done = python("-m", "desktop", "batch", EXAMPLES, "--out", table, *common, **environment)
    assert done.returncode == 0, done.stderr
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        assert "," not in row.pop("milliseconds")
    return [said, rows]


def test_answers_and_tables_are_the_same(
    locale: dict[str, str], model: Path, tmp_path: Path
) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "there").mkdir()
    here = answers(tmp_path / "here", model, LC_ALL="C", LANG="C")
    assert answers(tmp_path / "there", model, **locale) == here


def test_the_window_opens(locale: dict[str, str], model: Path, tmp_path: Path) -> None:
    shot = tmp_path / "shot.png"
    example = next(EXAMPLES.glob("*.jpg"))
    done = python("-m", "desktop", "--screenshot", shot, example, "--model", model, **locale)
    assert done.returncode == 0, done.stderr
    assert shot.stat().st_size > 10_000
