"""What one check of the self-test came to."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from core.errors import LentigoError
from core.language import say
from core.logs import Word

Fact = bool | float | int | str | None
_log = logging.getLogger(__name__)


class Outcome(StrEnum):
    """How a check ended."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"
    """What it is about is not here, and need not be."""


class CheckName(StrEnum):
    """The checks, in the order in which they are made; machines know them by these names."""

    MODEL = "model"
    SIGNATURE = "signature"
    ONNXRUNTIME = "onnxruntime"
    TENSORFLOW = "tensorflow"
    ANSWERS = "answers"
    PARITY = "parity"
    DATABASE = "database"
    IMAGE_STORE = "image_store"
    CASES = "cases"
    WRITING = "writing"
    FONTS = "fonts"
    DISPLAY = "display"


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, and what came of it.

    Parameters
    ----------
    name : CheckName
        Which check.
    outcome : Outcome
        How it ended.
    sentence : str
        What was found, for people.
    facts : mapping of str to Fact
        The same for machines; never anything of a patient.
    """

    name: CheckName
    outcome: Outcome
    sentence: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


def passed(name: CheckName, sentence: str, /, **facts: Fact) -> Check:
    """Say that all is well."""
    return Check(name, Outcome.PASSED, sentence, facts)


def failed(name: CheckName, sentence: str, /, **facts: Fact) -> Check:
    """Say that something is wrong."""
    return Check(name, Outcome.FAILED, sentence, facts)


def skipped(name: CheckName, sentence: str, /, **facts: Fact) -> Check:
    """Say that there is nothing to check."""
    return Check(name, Outcome.SKIPPED, sentence, facts)


_BROKEN: Final = "kind"


def guarded(name: CheckName, check: Callable[[], Check]) -> Check:
    """Make a check; what goes wrong in it is its answer, so that the others are made as well."""
    try:
        return check()
    except LentigoError as error:
        return failed(name, error.message, **{_BROKEN: error.kind})
    except Exception as error:  # noqa: BLE001  # what nobody foresaw is what it is for
        kind = type(error).__name__
        _log.exception("the check of %s broke down", Word(name))
        sentence = say("This check broke down in a way that nobody foresaw ({kind}).", kind=kind)
        return failed(name, sentence, **{_BROKEN: kind})
