"""In which language Lentigo speaks to people.

Where a sentence is made, `say` (or `counted`) turns its English into the language in use; `marked`
only marks a constant, which is said where it is shown. `docs/languages.md` has the rules.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from core.language.languages import Language, current, speaking, use

if TYPE_CHECKING:
    from core.language.numbers import number
    from core.language.sentence import Sentence, again, counted, in_english, marked, say, together

__all__ = [
    "Language",
    "Sentence",
    "again",
    "counted",
    "current",
    "in_english",
    "marked",
    "number",
    "say",
    "speaking",
    "together",
    "use",
]


if not TYPE_CHECKING:  # which would let any name pass

    def __getattr__(name: str) -> object:
        """Import what makes sentences when it is first asked for: a window's first paint is not."""
        if name not in __all__:
            raise AttributeError(name)
        module = "numbers" if name == "number" else "sentence"
        return getattr(import_module(f"core.language.{module}"), name)
