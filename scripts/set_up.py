"""Make this checkout ready to use, from nothing but a Python and its standard library.

Three steps, each said before it is done: an environment in ``.venv`` with exactly the locked
versions (every file checked against its hash), the project itself in it, and on Debian and Ubuntu
the system libraries that Qt loads. A stamp, written last, says what the environment was made from:
while it holds, set-up does nothing, and an interrupted set-up is begun afresh.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from scripts import system_libraries

ROOT = Path(__file__).resolve().parent.parent


class SetUpError(Exception):
    """Set-up cannot go on; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What an environment was made from.

    Attributes
    ----------
    libraries : str
        Digest of the lock file and the interpreter.
    project : str
        Digest of ``pyproject.toml``, which names the commands to install.
    """

    libraries: str
    project: str

    @classmethod
    def wanted(cls, lock: Path) -> Stamp:
        """Return the stamp of an environment made now from `lock`."""
        interpreter = f"{sys.version} {Path(sys.base_prefix).resolve()} {ROOT}"
        return cls(
            libraries=_digest(lock.read_bytes(), interpreter.encode()),
            project=_digest((ROOT / "pyproject.toml").read_bytes()),
        )

    @classmethod
    def found(cls, file: Path) -> Stamp | None:
        """Return the stamp in `file`, or None where there is none that can be read."""
        lines = file.read_text().split() if file.is_file() else []
        return cls(libraries=lines[0], project=lines[1]) if len(lines) == 2 else None

    def write(self, file: Path) -> None:
        """Write this stamp to `file` in one move, so that half a stamp is never seen."""
        draft = file.with_suffix(".draft")
        draft.write_text(f"{self.libraries}\n{self.project}\n")
        draft.replace(file)


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def say(text: str) -> None:
    """Tell the person in front of the screen what happens next, and why."""
    print(f"set-up: {text}", flush=True)


class Environment:
    """The virtual environment of this checkout.

    Parameters
    ----------
    folder : Path
        Where it is or will be.
    lock : Path
        The lock file that it follows.
    """

    def __init__(self, folder: Path, *, lock: Path) -> None:
        self.folder = folder
        self.lock = lock
        self.stamp_file = folder / "lentigo-set-up"

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        windows = self.folder / "Scripts" / "python.exe"
        return windows if sys.platform == "win32" else self.folder / "bin" / "python"

    def bring_up_to_date(self) -> bool:
        """Make or mend the environment; return whether anything had to be done."""
        wanted, found = Stamp.wanted(self.lock), Stamp.found(self.stamp_file)
        if found == wanted:
            return False
        self.stamp_file.unlink(missing_ok=True)
        if found is None or found.libraries != wanted.libraries:
            self._create()
            self._install_libraries()
        self._install_project()
        wanted.write(self.stamp_file)
        return True

    def _create(self) -> None:
        if self.folder.is_symlink():
            raise SetUpError(
                f"{self.folder.name} is a link to an environment that others use and that does not "
                "fit here. Remove the link, or set that environment up."
            )
        version = ".".join(str(part) for part in sys.version_info[:3])
        say(
            f"making {self.folder.name} with Python {version} ({sys.executable}), "
            "so that Lentigo's libraries stay apart from the system's"
        )
        self._pip_or_help()
        _run(sys.executable, "-m", "venv", "--clear", self.folder)

    def _pip_or_help(self) -> None:
        """Debian ships Python without the part that makes environments: add it."""
        if importlib.util.find_spec("ensurepip") is None:
            package = f"python3.{sys.version_info.minor}-venv"
            say(f"installing {package}, without which Debian's Python makes no environments")
            if not system_libraries.install([package]):
                raise SetUpError(f"Install the package {package} as an administrator, then retry.")

    def _install_libraries(self) -> None:
        count = sum("==" in line for line in self.lock.read_text().splitlines())
        say(
            f"installing up to {count} libraries from {self.lock.relative_to(ROOT)}, each checked "
            "against its hash (0.7 GB to download, most of it TensorFlow and Qt)"
        )
        # Wheels only: no library's own code runs while it is installed, and no compiler is needed.
        options = ["--require-hashes", "--no-deps", "--only-binary", ":all:"]
        self._pip_install(*options, "--requirement", self.lock)

    def _install_project(self) -> None:
        say("installing Lentigo itself, in place: edits to the code count at once")
        self._pip_install("--no-deps", "--no-build-isolation", "--editable", ROOT)

    def _pip_install(self, *arguments: str | Path) -> None:
        quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
        _run(self.python, "-m", "pip", "install", *quiet, *arguments)


def _run(*command: str | Path) -> None:
    words = [str(part) for part in command]
    if subprocess.run(words, check=False, stdin=subprocess.DEVNULL).returncode:
        raise SetUpError(f"This failed, for the reason above: {' '.join(words)}")


def prepare_system(environment: Environment, *, for_tests: bool) -> None:
    """Install the system libraries that Qt (and with `for_tests` the tests) lack on Debian."""
    missing = system_libraries.missing(environment.python, for_tests=for_tests)
    if not missing:
        return
    say(f"the window lacks {', '.join(missing)}")
    packages = system_libraries.packages(for_tests=for_tests)
    if shutil.which("apt-get") is None:
        say("install these with your system's package manager; the command line works without")
        return
    say(f"installing them with apt-get: {' '.join(packages)}")
    if not system_libraries.install(packages):
        say(
            "that was not possible, so the window may not open (the command line works without). "
            f"As an administrator: apt-get install {' '.join(packages)}"
        )


def main(arguments: list[str] | None = None) -> int:
    """Set up this checkout; return the exit status."""
    parser = argparse.ArgumentParser(description="Make this checkout of Lentigo ready to use.")
    parser.add_argument("--runtime", choices=["cpu", "gpu"], default="cpu", help="compute on it")
    parser.add_argument("--for-tests", action="store_true", help="also what only the tests need")
    options = parser.parse_args(arguments)
    lock = ROOT / "requirements" / f"{options.runtime}.txt"
    environment = Environment(ROOT / ".venv", lock=lock)
    try:
        changed = environment.bring_up_to_date()
        prepare_system(environment, for_tests=options.for_tests)
    except (SetUpError, KeyboardInterrupt) as error:
        say(str(error) or "stopped; the next set-up begins afresh")
        return 1
    if changed:
        say("done")
    return 0


if __name__ == "__main__":
    sys.exit(main())
