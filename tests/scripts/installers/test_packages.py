"""Installers for Linux, of a build that is small and does nothing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.installers import debian, icons
from scripts.installers.portable import archive

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("dpkg-deb") or not shutil.which("objdump"),
    reason="needs dpkg and binutils",
)
MOMENT = 1_750_000_000


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """A folder as a build is."""
    folder = tmp_path / "lentigo"
    (folder / "_internal").mkdir(parents=True)
    shutil.copy("/bin/true", folder / "lentigo")
    (folder / "_internal" / "data").write_text("data", "utf-8")
    (folder / "_internal" / "link").symlink_to("data")
    return folder


def packed(build: Path, out: Path) -> Path:
    return debian.package(
        build, out, version="1.2.3", edition="slim", work=out / "work", seconds=MOMENT
    )


def told(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def test_the_package_says_what_it_needs_and_what_it_is(build: Path, tmp_path: Path) -> None:
    path = packed(build, tmp_path / "out")
    assert path.name.startswith("lentigo_1.2.3_")
    fields = told("dpkg-deb", "--field", path)
    assert "Version: 1.2.3\n" in fields
    assert "libc6 (>= 2." in fields
    assert "Recommends: libcups2" in fields
    assert "not a medical device" in fields
    subprocess.run(["sha256sum", "--check", f"{path.name}.sha256"], cwd=path.parent, check=True)


def test_the_package_holds_program_desktop_entry_and_icons(build: Path, tmp_path: Path) -> None:
    listed = told("dpkg-deb", "--contents", packed(build, tmp_path / "out"))
    lines = {line.split(None, 5)[5]: line for line in listed.splitlines()}
    assert "./usr/bin/lentigo -> /opt/lentigo/lentigo" in lines
    for path in (
        "./opt/lentigo/lentigo",
        "./usr/share/applications/lentigo.desktop",
        "./usr/share/mime/packages/lentigo.xml",
        "./usr/share/icons/hicolor/scalable/apps/lentigo.svg",
        "./usr/share/icons/hicolor/256x256/apps/lentigo.png",
        "./usr/share/doc/lentigo/copyright",
    ):
        assert "root/root" in lines[path]
    assert lines["./opt/lentigo/lentigo"].startswith("-rwxr-xr-x")


def test_installers_made_twice_are_alike(build: Path, tmp_path: Path) -> None:
    made = []
    for name in ("one", "other"):
        out = tmp_path / name
        made.append([packed(build, out), archive(build, out / "all.tar.xz", seconds=MOMENT)])
    for one, other in zip(*made, strict=True):
        assert one.read_bytes() == other.read_bytes()


def test_the_archive_unpacks_to_what_was_built(build: Path, tmp_path: Path) -> None:
    path = archive(build, tmp_path / "all.tar.xz", seconds=MOMENT)
    out = tmp_path / "elsewhere"
    out.mkdir()
    subprocess.run(["tar", "-xf", path, "-C", out], check=True)
    assert (out / "lentigo" / "_internal" / "link").read_text("utf-8") == "data"
    assert (out / "lentigo" / "lentigo").stat().st_mode & 0o111


@pytest.mark.parametrize(("write", "kind"), [(icons.write_ico, "ICO"), (icons.write_icns, "ICNS")])
def test_the_icon_is_drawn_as_each_system_wants_it(
    tmp_path: Path, write: object, kind: str
) -> None:
    from PIL import Image

    assert callable(write)
    with Image.open(write(tmp_path / "icon")) as opened:
        assert opened.format == kind
        assert opened.size[0] >= 256
        assert opened.convert("RGBA").getchannel("A").getextrema() == (0, 255)
