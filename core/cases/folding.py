"""Text as it is searched: without case, accents or marks."""

from __future__ import annotations

import unicodedata


def folded(*texts: str) -> str:
    """Fold texts for a search that finds "Müller" by "muller" and "MULLER"."""
    whole = unicodedata.normalize("NFKD", " ".join(filter(None, texts)))
    return "".join(letter for letter in whole if not unicodedata.combining(letter)).casefold()
