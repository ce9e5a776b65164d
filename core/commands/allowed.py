"""Which commands and options need what the policy of a computer may switch off."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import Final

from core.language import again
from core.policy.current import current_policy, require
from core.policy.policy import Feature

_VERBS: Final = {
    ("dicomweb", ""): Feature.ARCHIVE,
    ("atlas", "fetch"): Feature.ISIC,
    ("atlas", "pack"): Feature.EXPORT,
    ("model", "install"): Feature.MODELS,
    ("model", "back"): Feature.MODELS,
    ("report", ""): Feature.EXPORT,
    ("cases", "export"): Feature.EXPORT,
}
"""By the command and what it is to do; nothing there means whatever it is."""
_OPTIONS: Final = {
    "csv": Feature.EXPORT,
    "dicom": Feature.EXPORT,
    "fhir": Feature.EXPORT,
    "model": Feature.MODELS,
    "overlay": Feature.EXPORT,
    "pdf": Feature.EXPORT,
    "report": Feature.EXPORT,
}
"""By the name of an option that says where to write, or what to use instead."""


def require_allowed(name: str, arguments: argparse.Namespace) -> None:
    """Check a command that somebody has typed.

    Parameters
    ----------
    name : str
        Of the command.
    arguments : argparse.Namespace
        Its options.

    Raises
    ------
    NotAllowed
        If the policy of this computer switches off what it needs.
    """
    for feature in _needed(name, arguments):
        require(feature)


def warn_of_broken_policy() -> None:
    """Say so where the policy of this computer cannot be read."""
    if problem := current_policy().problem:
        sys.stderr.write(f"{again(problem)}\n")


def _needed(name: str, arguments: argparse.Namespace) -> Iterator[Feature]:
    given = vars(arguments)
    for (command, verb), feature in _VERBS.items():
        if command == name and verb in {"", given.get("verb"), given.get("action")}:
            yield feature
    for option, feature in _OPTIONS.items():
        if given.get(option):
            yield feature
