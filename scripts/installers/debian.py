"""A Debian package of a frozen build."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

from scripts.bare.packages import OPTIONAL, depends
from scripts.freezing.epoch import VARIABLE, set_times
from scripts.freezing.oldest_system import versions_needed
from scripts.installers.icons import SOURCE, write_png
from scripts.installers.portable import LEVEL, note_checksum

PARTS: Final = Path(__file__).resolve().parents[2] / "installers"
_SCRIPTS: Final = ("postinst", "prerm", "postrm")
_PLACE: Final = Path("opt") / "lentigo"
_PNG: Final = (48, 128, 256)


def package(
    folder: Path,
    out: Path,
    *,
    version: str,
    edition: str,
    work: Path,
    seconds: int,
    level: int = LEVEL,
) -> Path:
    """Make the package, and write its checksum beside it.

    Parameters
    ----------
    folder : Path
        The build.
    out : Path
        Folder for the package.
    version, edition : str
        Of Lentigo.
    work : Path
        For what comes in between.
    seconds : int
        The moment that everything in it bears.
    level : int
        How much to compress it, from 0 (quickly) to 9.
    """
    shutil.rmtree(work, ignore_errors=True)
    place = work / _PLACE
    place.parent.mkdir(parents=True)
    shutil.copytree(folder, place, symlinks=True, copy_function=_linked)
    _integrate(work)
    _control(work, folder, version=version, edition=edition)
    set_times(work, seconds)
    architecture = _architecture()
    path = out / f"lentigo_{version}_{architecture}-{edition}.deb"
    out.mkdir(parents=True, exist_ok=True)
    command = [
        "dpkg-deb",
        "--root-owner-group",
        "-Zxz",
        f"-z{level}",
        "--build",
        str(work),
        str(path),
    ]
    environment = os.environ | {VARIABLE: str(seconds)}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    shutil.rmtree(work)
    note_checksum(path)
    return path


def _linked(source: str, target: str) -> None:
    """Have both share what is on the disk: it is half a gigabyte, and only read."""
    try:
        os.link(source, target)
    except OSError:  # another disk
        shutil.copy2(source, target)


def _integrate(root: Path) -> None:
    share = root / "usr" / "share"
    places = {
        share / "applications" / "lentigo.desktop": PARTS / "lentigo.desktop",
        share / "mime" / "packages" / "lentigo.xml": PARTS / "debian" / "lentigo.xml",
        share / "icons/hicolor/scalable/apps/lentigo.svg": SOURCE,
        share / "doc" / "lentigo" / "copyright": PARTS / "debian" / "copyright",
    }
    for place, source in places.items():
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, place)
    for size in _PNG:
        icon = share / f"icons/hicolor/{size}x{size}/apps/lentigo.png"
        icon.parent.mkdir(parents=True)
        write_png(icon, size=size)
    command = root / "usr" / "bin" / "lentigo"
    command.parent.mkdir(parents=True)
    command.symlink_to("/opt/lentigo/lentigo")


def _control(root: Path, folder: Path, *, version: str, edition: str) -> None:
    control = root / "DEBIAN"
    control.mkdir()
    text = (PARTS / "debian" / "control").read_text("utf-8")
    oldest = ".".join(map(str, max(versions_needed(folder))))
    needed = [f"libc6 (>= {oldest})" if one == "libc6" else one for one in depends(folder)]
    filled = text.format(
        version=version,
        architecture=_architecture(),
        size=sum(file.stat().st_size for file in root.rglob("*") if file.is_file()) // 1024,
        depends=", ".join(needed),
        recommends=", ".join(sorted(OPTIONAL.values())),
        edition=edition,
    )
    (control / "control").write_text(filled, "utf-8")
    for name in _SCRIPTS:
        shutil.copyfile(PARTS / "debian" / name, control / name)
        (control / name).chmod(0o755)


def _architecture() -> str:
    command = ["dpkg", "--print-architecture"]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip()
