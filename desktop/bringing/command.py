"""What the window has done in a process of its own: the commands that the terminal has."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.bringing.isic_wish import IsicWish
    from desktop.bringing.wish import BuildWish
    from desktop.engine.client import EngineRequest


@dataclass(frozen=True, slots=True)
class Command:
    """A program, and what it is told.

    Parameters
    ----------
    program : str
        Its file.
    arguments : tuple of str
        What it is told.
    model : str
        Folder of the model that it uses; empty where it uses none. Not among the arguments: where
        nobody may choose a model, the window's own must do all the same.
    """

    program: str
    arguments: tuple[str, ...]
    model: str = ""


def build(wish: BuildWish, request: EngineRequest) -> Command:
    """Return what builds an atlas, or goes on with one."""
    arguments = ["build", str(wish.data), "--out", str(wish.out)]
    if wish.paths:
        arguments += ["--path-column", wish.paths, "--label-column", wish.labels]
    if wish.copy:
        arguments.append("--copy")
    if wish.with_model:
        arguments += ["--device", request.device]
    else:
        arguments.append("--no-model")
    return replace(_command(arguments), model=str(request.model) if wish.with_model else "")


def starter(out: Path) -> Command:
    """Return what draws the starter atlas."""
    return _command(["starter", "--out", str(out)])


def starter_folder() -> Path:
    """Name the folder of the starter atlas, among the user's own data."""
    import platformdirs

    return platformdirs.user_data_path("lentigo", appauthor=False) / "starter-atlas"


def isic_count(wish: IsicWish) -> Command:
    """Return what asks the ISIC archive how many images fit."""
    return _command(["fetch", "--count", *_wanted(wish)])


def isic_fetch(wish: IsicWish) -> Command:
    """Return what fetches images of the ISIC archive, or goes on with it."""
    number = ("--number", str(wish.number))
    return _command(["fetch", "--out", str(wish.folder), *number, *_wanted(wish)])


def _wanted(wish: IsicWish) -> list[str]:
    named = {
        "--diagnosis": wish.diagnoses,
        "--image-type": wish.image_types,
        "--licence": wish.licences,
    }
    return [part for option, values in named.items() for one in values for part in (option, one)]


def _command(arguments: list[str]) -> Command:
    module = [] if getattr(sys, "frozen", False) else ["-m", "desktop"]
    return Command(sys.executable, (*module, "atlas", *arguments, "--background"))
