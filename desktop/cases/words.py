"""The place's words for patients, lesions and findings, the same in rows and on pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from core.cases.fields import BodySite, DiagnosisKind, Sex, Side
from core.taxonomy.known import KNOWN
from core.wording import percent
from desktop.look.words import UNLIKE

if TYPE_CHECKING:
    from core.cases.records import Diagnosis, Lesion, Note, Patient
    from core.cases.search import LesionLine

NO_SITE: Final = "site not stated"
SEX_WORDS: Final = {Sex.FEMALE: "female", Sex.MALE: "male", Sex.OTHER: "sex: other"}
SIDE_WORDS: Final = {Side.LEFT: "left", Side.RIGHT: "right", Side.MIDDLE: "in the middle"}


@dataclass(frozen=True, slots=True)
class LesionRow:
    """A lesion as the list shows it.

    Parameters
    ----------
    lesion_id, patient_id : str
        Which.
    title, place, finding : str
        What is read first, second and third.
    """

    lesion_id: str
    patient_id: str
    title: str
    place: str
    finding: str

    @property
    def spoken(self) -> str:
        """All of it, for screen readers and tooltips."""
        return ". ".join(filter(None, (self.title, self.place, self.finding)))


def row_of(line: LesionLine) -> LesionRow:
    """Say a lesion in three lines."""
    pictures = f"{line.images} {'image' if line.images == 1 else 'images'}"
    seen = f"{pictures}, last on {day_words(line.last_day)}" if line.last_day else "no images yet"
    site = line.site.capitalize() if line.site else NO_SITE.capitalize()
    return LesionRow(
        line.lesion_id,
        line.patient_id,
        title=" · ".join(filter(None, (line.name or line.pseudonym, line.label))),
        place=f"{site} · {seen}",
        finding=_known(line),
    )


def _known(line: LesionLine) -> str:
    if line.diagnosis:
        return f"Diagnosis: {class_name(line.diagnosis)}"
    if line.novel:
        return UNLIKE
    if line.finding and line.probability is not None:
        return f"Finding: {class_name(line.finding)} {percent(line.probability)}"
    return ""


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


def note_words(note: Note) -> str:
    """Say a note, and who wrote it where that is known."""
    return f"{note.text} ({note.author})" if note.author else note.text


def diagnosis_words(diagnosis: Diagnosis) -> str:
    """Say a diagnosis, by whom and when."""
    kind = "Pathology" if diagnosis.kind is DiagnosisKind.PATHOLOGY else "Clinical diagnosis"
    what = ": ".join(
        filter(None, (class_name(diagnosis.code) if diagnosis.code else "", diagnosis.text))
    )
    source = f", {diagnosis.source}" if diagnosis.source else ""
    return f"{kind}, {day_words(diagnosis.day)}{source}: {what or 'none stated'}"
