"""A bare Debian in a folder, and commands in it: no network, a home of its own, none of our files.

It needs root (for mounts) and debootstrap, and the mirror of Debian once.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

SUITE: Final = "bookworm"
MIRROR: Final = "http://deb.debian.org/debian"
HOME: Final = "/home/clinician"
BUNDLE: Final = "/opt/lentigo"

_USER: Final = "1000:1000"
_DONE: Final = ".made"
# What is mounted goes with the namespace; the network has not even a loopback.
_ENTER: Final = """
set -eu
root=$1 bundle=$2 pictures=$3 who=$4; shift 4
mount --make-rprivate /
mount --bind "$root" "$root"
mount --rbind /dev "$root/dev"
mount -t proc proc "$root/proc"
mount -t tmpfs tmpfs "$root/tmp"
chmod 1777 "$root/tmp"
if [ -d /tmp/.X11-unix ]; then
    mkdir "$root/tmp/.X11-unix"; mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
fi
for pair in "$bundle:/opt/lentigo" "$pictures:/mnt"; do
    if [ -n "${pair%%:*}" ]; then
        mkdir -p "$root${pair##*:}"
        mount --bind -o ro "${pair%%:*}" "$root${pair##*:}"
    fi
done
exec chroot --userspec="$who" "$root" "$@"
"""


@dataclass(frozen=True, slots=True)
class Root:
    """A bare system in a folder.

    Parameters
    ----------
    folder : Path
        Where it lies.
    """

    folder: Path

    @classmethod
    def made(cls, folder: Path, packages: Sequence[str]) -> Self:
        """Make one with some packages, unless that was done before.

        Raises
        ------
        SystemExit
            If this machine cannot: says what it lacks.
        """
        lacking = lacks()
        if lacking:
            raise SystemExit(f"A bare system cannot be made here: it needs {lacking}.")
        wanted = "\n".join(packages)
        mark = folder / _DONE
        if not (mark.is_file() and mark.read_text("utf-8") == wanted):
            shutil.rmtree(folder, ignore_errors=True)
            folder.parent.mkdir(parents=True, exist_ok=True)
            include = ("--include", ",".join(packages)) if packages else ()
            command = ["debootstrap", "--variant=minbase", *include, SUITE, str(folder), MIRROR]
            try:
                subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
                subprocess.run(["chroot", folder, "useradd", "-m", "clinician"], check=True)
            except subprocess.CalledProcessError as error:
                why = f"A bare system could not be made from {MIRROR}; what failed says why above."
                raise SystemExit(why) from error
            mark.write_text(wanted, "utf-8")
        return cls(folder)

    def copied(self, folder: Path) -> Root:
        """Give a copy that may be spoiled."""
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run(["cp", "-a", "--reflink=auto", self.folder, folder], check=True)
        return Root(folder)

    def run(
        self,
        *command: str,
        bundle: Path | None = None,
        pictures: Path | None = None,
        variables: Mapping[str, str] | None = None,
        as_root: bool = False,
    ) -> subprocess.CompletedProcess[str]:
        """Run a command in it, without network.

        Parameters
        ----------
        *command : str
            And its arguments.
        bundle : Path, optional
            A folder that is to lie in ``/opt/lentigo``, to be read.
        pictures : Path, optional
            One that is to lie in ``/mnt``, to be read.
        variables : dict, optional
            Added to the few that there are.
        as_root : bool
            Else as a user without rights.
        """
        space = ("unshare", "--mount", "--net", "--pid", "--fork", "sh", "-c", _ENTER, "sh")
        home = "/root" if as_root else HOME
        fixed = {"HOME": home, "LANG": "C.UTF-8", "PATH": os.defpath + ":/usr/sbin:/sbin"}
        given = [f"{name}={value}" for name, value in (fixed | dict(variables or {})).items()]
        who = "0:0" if as_root else _USER
        places = (str(self.folder), str(bundle or ""), str(pictures or ""), who)
        return subprocess.run(
            [*space, *places, "env", "-i", *given, *command],
            check=False, capture_output=True, encoding="utf-8", timeout=600,
        )  # fmt: skip


def lacks() -> str:
    """Name what this machine lacks to make one; nothing if it can."""
    if os.geteuid() != 0:
        return "root"
    tools = ("debootstrap", "unshare", "chroot", "Xvfb")
    missing = [tool for tool in tools if shutil.which(tool) is None]
    return ", ".join(missing)
