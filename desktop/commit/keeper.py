"""Reads and keeps commitments, outside the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.cases.commitment import Commitment
from core.errors import AlreadyInStore

if TYPE_CHECKING:
    from core.cases.store import CaseStore
    from desktop.look.cover import Finding


def commitment_on(held: Finding, *, sha256: str) -> Commitment:
    """Note what was found in an image, with no answer yet."""
    from core.report.trust_words import is_novel

    analysis, card = held.analysis, held.card
    finding = analysis.finding
    return Commitment(
        sha256=sha256,
        finding=finding,
        finding_malignant=card is not None and card.entry(finding).malignant,
        probability=analysis.probabilities[finding],
        novel=is_novel(analysis),
        model_name=analysis.model.name,
        model_version=analysis.model.version,
        model_sha256=analysis.model.sha256,
    )


def keep(store: CaseStore, commitment: Commitment) -> Commitment:
    """Keep a first answer, unless there is one of the same image: that one counts.

    Raises
    ------
    StoreError
        If it cannot be kept.
    """
    try:
        return store.add(commitment)
    except AlreadyInStore:
        return store.commitment_of(commitment.sha256) or commitment
