"""What the archive calls the diagnoses that we know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from core.datasets.naming import class_code
from core.datasets.statement import Statement
from core.taxonomy import known_class

LEVELS: Final = ("diagnosis_1", "diagnosis_2", "diagnosis_3", "diagnosis_4", "diagnosis_5")
"""From the widest to the narrowest."""

_CODES: Final[Mapping[str, str]] = {
    "Melanoma": "mel",
    "Nevus": "nv",
    "Basal cell carcinoma": "bcc",
    "Solar or actinic keratosis": "akiec",
    "Squamous cell carcinoma in situ": "akiec",
    "Squamous cell carcinoma": "scc",
    "Keratoacanthoma": "scc",
    "Seborrheic keratosis": "sk",
    "Pigmented benign keratosis": "pbk",
    "Solar lentigo": "bkl",
    "Lichen planus like keratosis": "bkl",
    "Lichenoid keratosis": "bkl",
    "Dermatofibroma": "df",
    "Hemangioma": "vasc",
    "Angiokeratoma": "vasc",
    "Pyogenic granuloma": "vasc",
    "Vascular lesion": "vasc",
}
"""What we call a diagnosis, by how the archive's name begins; the longest beginning counts."""

_ALSO: Final = {"ak": ("akiec",), "bkl": ("bkl", "sk", "pbk")}
"""Classes that join what the archive tells apart, or the other way round."""


def archive_names(wanted: str) -> tuple[str, ...]:
    """Say what the archive calls a diagnosis; a name that we do not know is taken as it is."""
    entry = known_class(wanted)
    if entry is None:
        return (wanted,)
    codes = _ALSO.get(entry.code, (entry.code,))
    starts = [start for start, code in _CODES.items() if code in codes]
    starts = starts or [wanted[:1].upper() + wanted[1:]]  # the archive's names begin so
    return tuple(f"{start}*" for start in starts)


def levels_of(clinical: Mapping[str, Any]) -> list[str]:
    """List what is said of a diagnosis, from the widest to the narrowest name."""
    found = [clinical.get(level) for level in LEVELS]
    named = [name.strip() for name in found if isinstance(name, str) and name.strip()]
    former = clinical.get("diagnosis")
    return named or ([former.strip()] if isinstance(former, str) and former.strip() else [])


def label_of(levels: Sequence[str], *, statement: Statement) -> str:
    """Find the code for a diagnosis: the narrowest name that we know, else the narrowest."""
    for name in reversed(levels):
        code = _code(name)
        if code is not None:
            return code
    return class_code(levels[-1], statement=statement)


def _code(name: str) -> str | None:
    plain = name.casefold()
    fitting = [start for start in _CODES if plain.startswith(start.casefold())]
    if fitting:
        return _CODES[max(fitting, key=len)]
    entry = known_class(name)
    return None if entry is None else entry.code
