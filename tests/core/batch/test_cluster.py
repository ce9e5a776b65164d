"""Several machines fill the same table as one."""

from __future__ import annotations

import csv
import importlib.util
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.cli import main
from tests.core.tiny import tiny_bundle

_OF_THE_MOMENT = "milliseconds"


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_bundle(tmp_path_factory.mktemp("bundle") / "model").folder


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Twenty images in two folders, one of them damaged, one with a name that is no text."""
    folder = tmp_path / "photos"
    (folder / "below").mkdir(parents=True)
    generator = np.random.default_rng(4)
    names = [f"{number}.png" for number in range(10)] + [f"below/{number}.png" for number in "abc"]
    for name in [*names, "naïve =1.png"]:
        pixels = generator.integers(0, 256, (48, 64, 3), dtype=np.uint8)
        Image.fromarray(pixels).save(folder / name)
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff")
    return folder


def rows(path: Path) -> dict[str, dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        found = list(csv.DictReader(file))
    for row in found:
        del row[_OF_THE_MOMENT]
    assert len({row["file"] for row in found}) == len(found)
    return {row["file"]: row for row in found}


def words(photos: Path, out: Path, model: Path) -> list[str]:
    return ["batch", str(photos), "--out", str(out), "--model", str(model), "--device", "cpu"]


@pytest.fixture(scope="module")
def ray(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Where Ray is: in a folder of its own, since it is too large for every environment."""
    if importlib.util.find_spec("ray") is not None:
        return []
    folder = tmp_path_factory.mktemp("ray")
    extra = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = extra["project"]["optional-dependencies"]["cluster"]
    # Without what is in the environment already, and never in another version.
    command = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--target", str(folder)]
    constrained = [*wanted, "--constraints", str(root / "requirements" / "cpu.txt")]
    done = subprocess.run([*command, *constrained], text=True, capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"Ray cannot be installed here: {done.stderr}")
    return [str(folder)]


def lentigo(root: Path, ray: list[str], arguments: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own, since Ray leaves threads in its own."""
    path = os.pathsep.join([*sys.path, *ray])
    return subprocess.run(
        [sys.executable, "-m", "desktop", *arguments], cwd=root, text=True, capture_output=True,
        check=False, timeout=250, env=os.environ | {"PYTHONPATH": path},
    )  # fmt: skip


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_rows_are_those_of_one_machine(
    root: Path, ray: list[str], photos: Path, tmp_path: Path, model: Path
) -> None:
    alone, together, maps = tmp_path / "1.csv", tmp_path / "2.csv", tmp_path / "maps"
    assert main(words(photos, alone, model)) == 1  # one is damaged
    cluster = ["--cluster", "local", "--workers", "2", "--overlay", str(maps)]
    # A part of the work is done: the rest is what the cluster gets.
    begun = alone.read_text(encoding="utf-8").splitlines(keepends=True)[:5]
    together.write_text("".join(begun), encoding="utf-8")
    done = lentigo(root, ray, [*words(photos, together, model), *cluster])
    assert done.returncode == 1, done.stderr
    assert "4 images have their row from before; 11 to do" in done.stderr
    assert "Traceback" not in done.stderr
    assert ".png" not in done.stderr
    assert rows(together) == rows(alone)
    assert len(rows(together)) == 15
    assert len(list(maps.rglob("*.heatmap.png"))) >= 10


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_cluster_that_is_not_there_is_a_sentence(
    root: Path, ray: list[str], photos: Path, tmp_path: Path, model: Path
) -> None:
    out = tmp_path / "r.csv"
    done = lentigo(root, ray, [*words(photos, out, model), "--cluster", "127.0.0.1:1"])
    assert done.returncode == 2
    assert "The cluster at 127.0.0.1:1 cannot be reached, or failed" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_ray_it_says_what_to_install(
    photos: Path, tmp_path: Path, model: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setitem(sys.modules, "ray", None)
    out = tmp_path / "r.csv"
    assert main([*words(photos, out, model), "--cluster", "local"]) == 2
    assert "extra “cluster”" in capsys.readouterr().err
