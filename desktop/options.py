"""The options of the window, as `argparse` reads them; imported only where one is given."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from core.commands import COMMANDS
from core.commands.language_option import add_language_option
from core.language import say

_DEVICES = ("auto", "cpu", "gpu")
_THEMES = ("system", "light", "dark")


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line that opens the window."""
    commands = "\n".join(f"  {name:<12}{say(words)}" for name, words in COMMANDS.items())
    head = say("commands that need no window (lentigo COMMAND --help):")
    made = argparse.ArgumentParser(
        prog="lentigo",
        description=say("Open the window, and in it the images named."),
        epilog=f"{head}\n{commands}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = made.add_argument
    add("paths", nargs="*", type=Path, metavar="PATH", help=say("images, or folders of images"))
    add(
        "--model",
        type=Path,
        metavar="DIR",
        help=say("the model bundle (default: the one that ships)"),
    )
    add("--device", choices=_DEVICES, help=say("what to run on (default: as set in the window)"))
    add("--theme", choices=_THEMES, help=say("appearance (default: as set in the window)"))
    add_language_option(made)
    add("--size", type=_size, metavar="WxH", help=say("size of the window"))
    add(
        "--screenshot",
        type=Path,
        metavar="OUT.png",
        help=say(
            "save the window's picture when all findings are in, then quit; the window's "
            "remembered settings are neither used nor changed"
        ),
    )
    add("--version", action=_Version, nargs=0, help=say("say which version this is, and quit"))
    return made


class _Version(argparse.Action):
    """Says the version; looks it up only then, because that takes as long as a small window."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,  # noqa: ARG002  # argparse's signature
        values: object,  # noqa: ARG002 - argparse's signature
        option_string: str | None = None,  # noqa: ARG002 - argparse's signature
    ) -> None:
        from importlib import metadata

        sys.stdout.write(f"Lentigo {metadata.version('lentigo')}\n")
        parser.exit()


def _size(words: str) -> tuple[int, int]:
    width, _, height = words.partition("x")
    if not (width.isdigit() and height.isdigit()):
        raise argparse.ArgumentTypeError(
            say("{words!r} is not a size such as 1280x800", words=words)
        )
    return int(width), int(height)
