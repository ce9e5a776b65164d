"""Which library goes with which, and none larger than need be."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.freezing.libraries import Entry, compacted, linked, stripped

needs_compiler = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("cc") or not shutil.which("readelf"),
    reason="needs a compiler and binutils on Linux (on Debian: apt-get install gcc binutils)",
)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux libraries are stripped")
def test_what_was_rearranged_for_its_wheel_is_not_stripped(tmp_path: Path) -> None:
    if shutil.which("strip") is None:
        pytest.skip("needs strip (on Debian: apt-get install binutils)")
    large = tmp_path / "library"
    large.write_bytes(bytes(2 << 20))  # which strip would refuse
    entries: list[Entry] = [
        ("numpy.libs/libopenblas.so", str(large), "BINARY"),
        ("libopenblas.so", "numpy.libs/libopenblas.so", "SYMLINK"),
    ]
    assert stripped(entries, folder=tmp_path / "stripped") == entries


def test_large_json_loses_its_indentation_and_nothing_else(tmp_path: Path) -> None:
    content = {"each": [{"name": f"äö{number}"} for number in range(30_000)]}
    large, small = tmp_path / "large.json", tmp_path / "small.json"
    large.write_text(json.dumps(content, indent=4), "utf-8")
    small.write_text("{ }", "utf-8")
    entries: list[Entry] = [
        ("highdicom/large.json", str(large), "DATA"),
        ("highdicom/small.json", str(small), "DATA"),
        ("large.json", "highdicom/large.json", "SYMLINK"),
    ]
    first, *others = compacted(entries, folder=tmp_path / "compacted")
    assert others == entries[1:]
    assert json.loads(Path(first[1]).read_text("utf-8")) == content
    assert Path(first[1]).stat().st_size < large.stat().st_size / 2


def compile_library(path: Path, source: str, *options: str | Path) -> Path:
    text = path.with_suffix(".source.c")
    text.write_text(source, "utf-8")
    subprocess.run(["cc", "-shared", "-fPIC", "-o", path, text, *options], check=True)
    return path


@needs_compiler
def test_a_library_is_linked_to_what_it_names_itself(tmp_path: Path) -> None:
    inner = compile_library(tmp_path / "libinner.so", "int f(void){return 1;}", "-lm")
    outer = compile_library(tmp_path / "libouter.so", "int f(void);int g(void){return f();}", inner)
    assert any(name.endswith("libinner.so") for name in linked(str(outer)))
    assert not any(name.startswith("libm.") for name in linked(str(outer)))
