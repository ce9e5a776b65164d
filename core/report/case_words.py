"""Words for patients, lesions and diagnoses, the same in the window and on paper."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from core.cases.fields import BodySite, DiagnosisKind, Sex, Side
from core.taxonomy.known import KNOWN

if TYPE_CHECKING:
    from core.cases.records import Diagnosis, Lesion, Note, Patient

NO_SITE: Final = "site not stated"
SEX_WORDS: Final = {Sex.FEMALE: "female", Sex.MALE: "male", Sex.OTHER: "sex: other"}
SIDE_WORDS: Final = {Side.LEFT: "left", Side.RIGHT: "right", Side.MIDDLE: "in the middle"}


def class_name(code: str) -> str:
    """Name a class in full; the code itself where nobody described it."""
    return KNOWN[code].name if code in KNOWN else code


def day_words(day: date) -> str:
    """Write a day so that nobody takes the month for the day."""
    return f"{day.day} {day:%b %Y}"


def patient_title(patient: Patient) -> str:
    """Name a patient: the pseudonym, and the name where somebody wrote it down."""
    return f"{patient.name} ({patient.pseudonym})" if patient.name else patient.pseudonym


def patient_facts(patient: Patient) -> str:
    """Say what else is known of a patient."""
    known = (
        SEX_WORDS[patient.sex] if patient.sex else "",
        f"born {patient.birth_year}" if patient.birth_year else "",
        f"skin type {patient.skin_type}" if patient.skin_type else "",
    )
    words = ", ".join(filter(None, known))
    return words[:1].upper() + words[1:]


def site_words(site: BodySite | None, side: Side | None) -> str:
    """Say where a lesion is."""
    if site is None:
        return NO_SITE.capitalize() if side is None else SIDE_WORDS[side].capitalize()
    return f"{site.capitalize()}, {SIDE_WORDS[side]}" if side else site.capitalize()


def lesion_title(lesion: Lesion) -> str:
    """Name a lesion and its place."""
    return f"{lesion.label} · {site_words(lesion.site, lesion.side)}"


def diagnosis_words(diagnosis: Diagnosis) -> str:
    """Say a diagnosis, by whom and when."""
    kind = "Pathology" if diagnosis.kind is DiagnosisKind.PATHOLOGY else "Clinical diagnosis"
    what = ": ".join(
        filter(None, (class_name(diagnosis.code) if diagnosis.code else "", diagnosis.text))
    )
    source = f", {diagnosis.source}" if diagnosis.source else ""
    return f"{kind}, {day_words(diagnosis.day)}{source}: {what or 'none stated'}"


def note_words(note: Note) -> str:
    """Say a note, and who wrote it."""
    return f"{note.text} ({note.author})" if note.author else note.text
