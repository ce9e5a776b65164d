"""Finds criteria by the code of a diagnosis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from core.atlas.criteria import dermal, keratinocytic, melanocytic
from core.atlas.criteria.criterion import Criterion, Difference
from core.atlas.criteria.pairs import PAIRS

_CRITERIA: Final[Mapping[str, tuple[Criterion, ...]]] = {
    "mel": melanocytic.MELANOMA,
    "nv": melanocytic.NEVUS,
    "bcc": keratinocytic.BASAL_CELL_CARCINOMA,
    "bkl": keratinocytic.BENIGN_KERATOSIS,
    "sk": keratinocytic.SEBORRHOEIC_KERATOSIS,
    "pbk": keratinocytic.BENIGN_KERATOSIS,
    "akiec": keratinocytic.ACTINIC_KERATOSIS_AND_BOWEN,
    "ak": keratinocytic.ACTINIC_KERATOSIS,
    "scc": keratinocytic.SQUAMOUS_CELL_CARCINOMA,
    "df": dermal.DERMATOFIBROMA,
    "vasc": dermal.VASCULAR,
}
_LIKE: Final = {"sk": "bkl", "pbk": "bkl", "ak": "akiec"}
"""Narrower classes, and the one whose look-alikes they share."""
_BY_PAIR: Final = {difference.codes: difference for difference in PAIRS}


def criteria_of(code: str) -> tuple[Criterion, ...]:
    """List what to look for, by the code of a diagnosis; nothing for one that we know none of."""
    return _CRITERIA.get(code, ())


def difference_between(one: str, other: str) -> Difference | None:
    """Say what tells two diagnoses apart; None where nothing is known, or they are the same."""
    found = _BY_PAIR.get(_pair(one, other))
    return found or _BY_PAIR.get(_pair(_LIKE.get(one, one), _LIKE.get(other, other)))


def look_alikes(code: str) -> tuple[str, ...]:
    """List the diagnoses from which something is known to tell this one apart."""
    own = code if any(code in codes for codes in _BY_PAIR) else _LIKE.get(code, code)
    found = [
        other for codes in _BY_PAIR if own in codes for other in codes if other not in {own, code}
    ]
    return tuple(found)


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
