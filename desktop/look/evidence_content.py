"""What the panel says of evidence: a pure function from an analysis to rows and choices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from core.language import again
from core.report.evidence_rows import EvidenceRow, evidence_rows
from core.report.evidence_words import evidence_note
from core.report.trust_words import is_novel
from core.trust.patient import AgeGroup, Patient, site_words
from desktop.language.words import tr
from desktop.shell.choice_menu import Choice

if TYPE_CHECKING:
    from core.model import Card
    from core.results import Analysis

NOT_STATED: Final = ""
"""Value of the choice that states nothing."""


@dataclass(frozen=True, slots=True)
class EvidenceContent:
    """Everything that is shown of evidence.

    Parameters
    ----------
    rows : tuple of EvidenceRow
        How often such findings were right; empty for a picture that is unlike all others.
    note : str
        What was counted, and for which pictures it holds.
    sites, ages : tuple of Choice
        What may be stated.
    patient : Patient
        What is.
    """

    rows: tuple[EvidenceRow, ...]
    note: str
    sites: tuple[Choice, ...]
    ages: tuple[Choice, ...]
    patient: Patient


def evidence_of(analysis: Analysis, card: Card, patient: Patient) -> EvidenceContent | None:
    """Say what is known of findings like this one; None where nobody counted."""
    if card.evidence is None or analysis.evidence is None:
        return None
    return EvidenceContent(
        rows=() if is_novel(analysis) else evidence_rows(analysis, card),
        note=evidence_note(analysis, card),
        sites=(_unstated(), *sorted(map(_site, card.evidence.sites), key=lambda one: one.text)),
        ages=(_unstated(), *map(_age, AgeGroup)),
        patient=patient,
    )


def stated(*, site: str, age: str) -> Patient:
    """Return what the values of two choices state."""
    return Patient(site or None, AgeGroup(age) if age else None)


def _unstated() -> Choice:
    return Choice(NOT_STATED, tr("Not stated"), tr("Count the lesions of everybody"))


def _site(site: str) -> Choice:
    words = site_words(site)
    return Choice(
        site,
        words[:1].upper() + words[1:],
        tr("Also count lesions of this site: {words}", words=words),
    )


def _age(age: AgeGroup) -> Choice:
    words = again(age)
    tip = tr("Also count lesions of patients aged {age}", age=words)
    return Choice(str(age), words[:1].upper() + words[1:], tip)
