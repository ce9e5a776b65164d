"""Which library goes with which, and none larger than need be."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.freezing import stand_ins
from scripts.freezing.libraries import Entry, compacted, linked, stripped

needs_compiler = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("cc") or not shutil.which("readelf"),
    reason="needs a compiler and binutils on Linux (on Debian: apt-get install gcc binutils)",
)
FOLDER = "opencv_python_headless.libs"


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
def test_a_stand_in_has_what_is_wanted_of_it_and_its_versions(tmp_path: Path) -> None:
    versions = tmp_path / "versions"
    versions.write_text("LIBAVCODEC_62 { global: av_open; av_close; av_other; local: *; };")
    films = compile_library(
        tmp_path / "libavcodec-1.so",
        "int av_open(void){return 7;} int av_close(void){return 8;} int av_other(void){return 9;}",
        f"-Wl,--version-script,{versions}",
        "-Wl,-soname,libavcodec-1.so",
    )
    opencv = compile_library(
        tmp_path / "cv2.abi3.so",
        "int av_open(void); int av_close(void);"
        "int aligned(int both){return both ? av_open() + av_close() : 3;}",
        films,
        "-Wl,-rpath,$ORIGIN",
    )
    entries: list[Entry] = [
        ("cv2/cv2.abi3.so", str(opencv), "EXTENSION"),
        (f"{FOLDER}/libavcodec-1.so", str(films), "BINARY"),
        (f"{FOLDER}/libvpx-1.so", "only films want it", "BINARY"),
    ]
    links = {str(opencv): {films.name}, str(films): {"libvpx-1.so"}}
    folder = tmp_path / "stand-ins"
    kept = stand_ins.stood_in(entries, folder=folder, needs=lambda path: links.get(path, set()))
    made = folder / films.name
    assert kept == [entries[0], (f"{FOLDER}/libavcodec-1.so", str(made), "BINARY")]
    shutil.copy(made, films)
    call = "import ctypes, sys; print(ctypes.CDLL(sys.argv[1]).aligned(int(sys.argv[2])))"
    for both, expected in (("0", "3\n"), ("1", "")):
        done = subprocess.run(
            [sys.executable, "-c", call, opencv, both],
            capture_output=True, check=False, text=True,
        )  # fmt: skip
        assert done.stdout == expected, done.stderr
    assert b"av_other" not in made.read_bytes()


@needs_compiler
def test_a_library_is_linked_to_what_it_names_itself(tmp_path: Path) -> None:
    inner = compile_library(tmp_path / "libinner.so", "int f(void){return 1;}", "-lm")
    outer = compile_library(tmp_path / "libouter.so", "int f(void);int g(void){return f();}", inner)
    assert any(name.endswith("libinner.so") for name in linked(str(outer)))
    assert not any(name.startswith("libm.") for name in linked(str(outer)))
