"""In which language Lentigo speaks to people.

Where a sentence is made, `say` (or `counted`) turns its English into the language in use; `marked`
only marks a constant, which is said where it is shown. `docs/languages.md` has the rules.
"""

from __future__ import annotations

from core.language.languages import Language, current, speaking, use
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
