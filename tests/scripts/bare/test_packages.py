"""What a build takes from the system it runs on."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.bare import packages

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("cc") or not shutil.which("readelf"),
    reason="needs a compiler and binutils on Linux (on Debian: apt-get install gcc binutils)",
)


def library(path: Path, name: str, *linked: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    command = ("cc", "-shared", "-fPIC", "-x", "c", "-", f"-Wl,-soname,{name}", "-o", str(path))
    options = ("-x", "none", "-Wl,--no-as-needed", *map(str, linked))
    subprocess.run([*command, *options], input=b"int f(void){return 1;}", check=True)
    return path


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """A build that brings one library, and is linked to one of the system and one that may lack."""
    inside = tmp_path / "lentigo" / "_internal"
    own = library(inside / "libown.so.1", "libown.so.1")
    system = library(tmp_path / "libxcb.so.1", "libxcb.so.1")
    printing = library(tmp_path / "libcups.so.2", "libcups.so.2")
    library(inside / "plugins" / "module.so", "module.so", own, system, printing)
    shutil.copy("/bin/true", inside.parent / "lentigo")
    return inside.parent


def test_what_is_inside_or_can_be_done_without_is_not_asked_for(build: Path) -> None:
    assert packages.depends(build) == ["fonts-dejavu-core", "libc6", "libxcb1"]


def test_a_library_nobody_knows_is_not_left_out_in_silence(build: Path, tmp_path: Path) -> None:
    strange = library(tmp_path / "libstrange.so.9", "libstrange.so.9")
    library(build / "_internal" / "more.so", "more.so", strange)
    with pytest.raises(KeyError, match="libstrange"):
        packages.depends(build)
