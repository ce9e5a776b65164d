"""Licences, a bill of materials and checksums of a small build."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from importlib import metadata
from pathlib import Path

import pytest

from scripts.freezing import sbom
from scripts.freezing.papers import write_papers

INSIDE = ("alembic", "namex", "pypdfium2", "pyjpegls", "PySide6_Essentials", "lentigo")
MOMENT = 1_750_000_000


@pytest.fixture
def build(tmp_path: Path, root: Path) -> Path:
    """A folder as PyInstaller makes it, with a few libraries."""
    folder = tmp_path / "lentigo"
    inside = folder / "_internal"
    inside.mkdir(parents=True)
    (folder / "lentigo").write_bytes(b"program")
    (inside / "native.so").write_bytes(b"library")
    (inside / "link.so").symlink_to("native.so")
    for name in INSIDE:
        here = metadata.distribution(name)
        files = [file for file in here.files or () if file.name == "METADATA"]
        out = inside / files[0].parent.name
        out.mkdir()
        shutil.copy(str(here.locate_file(files[0])), out)
    resources = inside / "resources"
    for name in ("licences", "fonts"):
        shutil.copytree(root / "resources" / name, resources / name)
    shutil.copy(root / "LICENSE", inside)
    model = resources / "model"
    model.mkdir()
    source = {"name": "HAM10000", "licence": "CC BY-NC 4.0", "source": "Sci. Data <2018>"}
    card = {"name": "M", "version": "1", "licence": "CC BY-NC 4.0", "data": [source]}
    (model / "card.json").write_text(json.dumps(card), "utf-8")
    (model / "LICENSE").write_text("not commercially", "utf-8")
    (model / "weights.safetensors").write_bytes(b"weights")
    write_papers(folder, edition="slim", seconds=MOMENT)
    return folder


def test_every_part_has_its_licence_and_the_limit_is_said(build: Path) -> None:
    index = (build / "licences" / "index.html").read_text("utf-8")
    for words in ("alembic", "LGPL-3.0-only", "may not be used commercially", "HAM10000"):
        assert words in index
    assert "Sci. Data &lt;2018&gt;" in index
    assert "none came with it" in index  # pyjpegls: nobody makes one up
    links = [part.partition('"')[0] for part in index.split('href="')[1:]]
    assert "see its text" in index  # namex, which brings a text and no name
    assert any(link.startswith("pypdfium2/") for link in links)
    texts = [link for link in links if not link.startswith("https://")]
    assert "PySide6_Essentials/LGPL-3.0.txt" in texts
    assert "model/LICENSE" in texts
    assert "lentigo/LICENSE" in texts
    for text in texts:
        assert (build / "licences" / text).stat().st_size, text


def test_the_bill_of_materials_tells_what_is_inside(build: Path) -> None:
    text = (build / sbom.NAME).read_text("utf-8")
    sbom.require_valid(text)
    told = json.loads(text)
    parts = {one["name"]: one for one in told["components"]}
    assert {"alembic", "pyjpegls", "PySide6_Essentials", "Python", "M"} <= parts.keys()
    assert "numpy" not in parts
    assert "lentigo" not in parts
    assert parts["alembic"]["purl"].startswith("pkg:pypi/alembic@")
    assert parts["M"]["type"] == "machine-learning-model"
    assert parts["M"]["licenses"] == [{"license": {"id": "CC-BY-NC-4.0"}}]
    digest = hashlib.sha256(b"library").hexdigest()
    assert parts["_internal/native.so"]["hashes"] == [{"alg": "SHA-256", "content": digest}]
    assert told["metadata"]["component"]["version"] == metadata.version("lentigo")


def test_a_bill_that_does_not_fit_its_schema_is_refused() -> None:
    with pytest.raises(ValueError, match="schema"):
        sbom.require_valid('{"bomFormat": "CycloneDX"}')


def test_the_checksums_hold_for_every_file(build: Path) -> None:
    lines = (build / "SHA256SUMS").read_text("utf-8").splitlines()
    listed = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    files = {
        path.relative_to(build).as_posix()
        for path in build.rglob("*")
        if path.is_file() and not path.is_symlink()
    }
    assert listed.keys() == files - {"SHA256SUMS"}
    for name, digest in listed.items():
        assert hashlib.sha256((build / name).read_bytes()).hexdigest() == digest
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=build, check=True)


def test_written_again_nothing_differs(build: Path) -> None:
    before = {path: path.read_bytes() for path in build.rglob("*") if path.is_file()}
    write_papers(build, edition="slim", seconds=MOMENT)
    assert {path: path.read_bytes() for path in build.rglob("*") if path.is_file()} == before
    assert {path.lstat().st_mtime for path in build.rglob("*")} == {MOMENT}
