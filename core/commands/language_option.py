"""``--language``, which stands before a command or among its options."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.language import Language, say
from core.language.languages import OFFERED, named

if TYPE_CHECKING:
    import argparse

_OPTION = "--language"


def split(arguments: Sequence[str]) -> tuple[Language | None, list[str]]:
    """Take the language out of a command line, so that all of it can be read in that language.

    Parameters
    ----------
    arguments : sequence of str
        The command line without the program's name.

    Returns
    -------
    Language or None
        The language; None where none is named, or none of ours.
    list of str
        The other arguments.
    """
    rest: list[str] = []
    chosen = None
    words = iter(arguments)
    for word in words:
        if word == "--":
            return chosen, [*rest, word, *words]
        option, given, value = word.partition("=")
        if option != _OPTION:
            rest.append(word)
            continue
        value = value if given else next(words, "")
        chosen = named(value) or chosen
        if named(value) is None:  # the parser has to refuse it
            rest += [option, value]
    return chosen, rest


def add_language_option(parser: argparse.ArgumentParser) -> None:
    """Describe the option, and refuse what is no language."""
    parser.add_argument(
        _OPTION,
        choices=[str(language) for language in OFFERED],
        help=say("language of texts (default: $LENTIGO_LANGUAGE, else that of the system)"),
    )
