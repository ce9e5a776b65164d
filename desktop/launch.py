"""What was asked for on the command line; nothing of Qt is imported for it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from core.cli import COMMANDS

_DEVICES = ("auto", "cpu", "gpu")
_THEMES = ("system", "light", "dark")
_NO_DISPLAY = (
    "There is no display here, so the window cannot open. `lentigo classify` works without one.\n"
)


class Launch(NamedTuple):  # made in a fraction of a dataclass's time, before the first paint
    """How to open the window.

    Parameters
    ----------
    paths : tuple of Path
        Files and folders to open.
    screenshot : Path, optional
        Where to save the window's picture, then quit.
    size : (int, int), optional
        Of the window, in device-independent pixels.
    theme : str, optional
        For this once.
    model : Path, optional
        The bundle to use, for this once.
    device : str, optional
        What to run on, for this once.
    """

    paths: tuple[Path, ...] = ()
    screenshot: Path | None = None
    size: tuple[int, int] | None = None
    theme: str | None = None
    model: Path | None = None
    device: str | None = None


def parse(arguments: Sequence[str]) -> Launch:
    """Read the command line; exits, as argparse does, for ``--help``, ``--version`` and errors."""
    if not any(word.startswith("-") for word in arguments):
        return Launch(paths=tuple(map(Path, arguments)))  # 2 ms sooner at the window
    given = _parser().parse_args(arguments)
    return Launch(
        paths=tuple(given.paths),
        screenshot=given.screenshot,
        size=given.size,
        theme=given.theme,
        model=given.model,
        device=given.device,
    )


def has_display() -> bool:
    """Whether a window can open; Qt itself would end the program without a word for the user."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def say_no_display() -> int:
    """Say so, and return the exit status."""
    sys.stderr.write(_NO_DISPLAY)
    return 2


def _parser() -> argparse.ArgumentParser:
    commands = "\n".join(f"  {name:<12}{words}" for name, words in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="lentigo",
        description="Open the window, and in it the images named.",
        epilog=f"commands that need no window (lentigo COMMAND --help):\n{commands}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("paths", nargs="*", type=Path, metavar="FILE or DIR", help="images, or folders of images")
    add("--model", type=Path, metavar="DIR", help="the model bundle (default: the one that ships)")
    add("--device", choices=_DEVICES, help="what to run on (default: as set in the window)")
    add("--theme", choices=_THEMES, help="appearance (default: as set in the window)")
    add("--size", type=_size, metavar="WxH", help="size of the window")
    add(
        "--screenshot",
        type=Path,
        metavar="OUT.png",
        help="save the window's picture when all findings are in, then quit; the window's "
        "remembered settings are neither used nor changed",
    )
    add("--version", action=_Version, nargs=0, help="say which version this is, and quit")
    return parser


class _Version(argparse.Action):
    """Says the version; looks it up only then, because that takes as long as a small window."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,  # noqa: ARG002  # argparse's signature
        values: object,  # noqa: ARG002
        option_string: str | None = None,  # noqa: ARG002
    ) -> None:
        from importlib import metadata

        sys.stdout.write(f"Lentigo {metadata.version('lentigo')}\n")
        parser.exit()


def _size(words: str) -> tuple[int, int]:
    width, _, height = words.partition("x")
    if not (width.isdigit() and height.isdigit()):
        raise argparse.ArgumentTypeError(f"{words!r} is not a size such as 1280x800")
    return int(width), int(height)
