"""What was asked for on the command line; nothing of Qt is imported for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from core.language.languages import VARIABLE, Language, use


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
    language : Language, optional
        To speak, for this once.
    """

    paths: tuple[Path, ...] = ()
    screenshot: Path | None = None
    size: tuple[int, int] | None = None
    theme: str | None = None
    model: Path | None = None
    device: str | None = None
    language: Language | None = None


def parse(arguments: Sequence[str]) -> Launch:
    """Read the command line; exits, as argparse does, for ``--help``, ``--version`` and errors."""
    if not any(word.startswith("-") for word in arguments):
        return Launch(paths=tuple(map(Path, arguments)))  # 4 ms sooner at the window
    from core.commands.language_option import split
    from core.commands.parser_texts import parser_translated
    from core.language.system import preferred
    from desktop.options import parser

    language, rest = split(arguments)
    asked = os.environ.get(VARIABLE)
    use(language or preferred())  # for what `--help` says
    with parser_translated():
        given = parser().parse_args(rest)
        if given.screenshot is not None:
            _require_there(given.paths)
    if asked is None:
        del os.environ[VARIABLE]  # else the window's settings would have no say in it
    return Launch(
        paths=tuple(given.paths),
        screenshot=given.screenshot,
        size=given.size,
        theme=given.theme,
        model=given.model,
        device=given.device,
        language=language,
    )


def _require_there(paths: Sequence[Path]) -> None:
    """End with one sentence where a picture can never be complete; a window would say it itself."""
    from core.language import say

    for path in paths:
        if not path.exists():
            sys.stderr.write(f"{say('There is no file “{name}”.', name=path.name)}\n")
            raise SystemExit(2)


def has_display() -> bool:
    """Whether a window can open; Qt itself would end the program without a word for the user."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def say_no_display(language: Language | None) -> int:
    """Say so, and return the exit status."""
    from core.language import say, use
    from core.language.system import preferred

    use(language or preferred())
    words = say(
        "There is no display here, so the window cannot open. `lentigo classify` works without one."
    )
    sys.stderr.write(f"{words}\n")
    return 2
