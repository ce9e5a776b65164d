"""The known answers of models to the example images: `python -m scripts.golden` writes them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.paths import resources_folder
from core.selftest.answers import Probabilities

FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class KnownAnswers:
    """What models have answered where they were made.

    Parameters
    ----------
    tolerance : float
        How far a probability may lie from the known one, on any machine.
    models : mapping
        By the checksum of the model's weights: probabilities by the name of the image's file.
    """

    tolerance: float
    models: Mapping[str, Mapping[str, Probabilities]]


def known_file() -> Path:
    """Where they lie."""
    return resources_folder() / "known_answers.json"


def known_answers() -> KnownAnswers:
    """Read them."""
    content = json.loads(known_file().read_text(encoding="utf-8"))
    return KnownAnswers(content["tolerance"], content["models"])
