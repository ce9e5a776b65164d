"""Where the files that ship with Lentigo lie, in a checkout and in a frozen build."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

MODEL_VARIABLE: Final = "LENTIGO_MODEL"


def resources_folder() -> Path:
    """Folder of the bundled model, examples, icons and translations."""
    frozen = getattr(sys, "_MEIPASS", None)  # set by PyInstaller
    root = Path(frozen) if frozen else Path(__file__).resolve().parents[1]
    return root / "resources"


def model_folder() -> Path:
    """Folder of the model to use: ``$LENTIGO_MODEL``, else the one that ships."""
    named = os.environ.get(MODEL_VARIABLE)
    return Path(named) if named else resources_folder() / "model"


def examples_folder() -> Path:
    """Folder of the synthetic example images."""
    return resources_folder() / "examples"


def colour_maps_file() -> Path:
    """File with the colours of heat maps."""
    return resources_folder() / "colour_maps.json"


def fonts_folder() -> Path:
    """Folder of the fonts that go into documents."""
    return resources_folder() / "fonts"


def translations_folder() -> Path:
    """Folder of the catalogues of all languages but English."""
    return resources_folder() / "translations"


def licences_file() -> Path | None:
    """Page about the licences of everything inside; None in a checkout, which holds nobody else's.

    It lies beside the program, or where macOS has what goes with one.
    """
    if getattr(sys, "frozen", False) is False:
        return None
    program = Path(sys.executable).resolve().parent
    places = (program / "licences", program.parent / "Resources" / "licences")
    return next((file for place in places if (file := place / "index.html").is_file()), None)
