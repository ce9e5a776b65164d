"""Why the system refused something is said in the language that is spoken, whatever its own is."""

from __future__ import annotations

import errno
import os

import pytest

from core.errors import OutputError
from core.language import Language, say, speaking
from core.reasons import why


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.ENOENT])
def test_the_systems_own_language_does_not_matter(number: int) -> None:
    error = OSError(number, "Auf dem Gerät ist kein Speicherplatz mehr verfügbar")
    assert why(error) in {
        "No space left on device", "Permission denied", "No such file or directory"
    }  # fmt: skip
    with speaking(Language.INDONESIAN):
        said = why(error)
    assert said != why(error)
    assert "Gerät" not in said


def test_an_error_that_is_shown_later_is_said_anew() -> None:
    reason = why(OSError(errno.ENOSPC, "voll"))
    error = OutputError(say("{path} cannot be written: {reason}.", path="a", reason=reason))
    with speaking(Language.INDONESIAN):
        assert error.message == "a tidak dapat ditulis: Tidak ada ruang tersisa pada perangkat."
    assert str(error) == "a cannot be written: No space left on device."


def test_what_has_no_words_of_ours_has_those_of_the_system() -> None:
    assert why(OSError(errno.EDOM, "odd")) == "odd"
    assert why(OSError("only words")) == "only words"


@pytest.mark.skipif(os.name == "nt", reason="as Linux words it")
def test_in_english_they_are_those_that_are_known() -> None:
    error = FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    with speaking(Language.ENGLISH):
        assert why(error) == "No such file or directory"
