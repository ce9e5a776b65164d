"""Words for patients, lesions and diagnoses, the same in the window and on paper."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from core.cases.fields import BodySite, DiagnosisKind, Sex, Side
from core.language import marked, say
from core.taxonomy.known import KNOWN
from core.wording import capital

if TYPE_CHECKING:
    from core.cases.records import Diagnosis, Lesion, Note, Patient

NO_SITE: Final = marked("site not stated")
SEX_WORDS: Final = {
    Sex.FEMALE: marked("female"),
    Sex.MALE: marked("male"),
    Sex.OTHER: marked("sex: other"),
}
SIDE_WORDS: Final = {
    Side.LEFT: marked("left"),
    Side.RIGHT: marked("right"),
    Side.MIDDLE: marked("in the middle"),
}
_MONTHS: Final = (
    *(marked("Jan"), marked("Feb"), marked("Mar"), marked("Apr"), marked("May"), marked("Jun")),
    *(marked("Jul"), marked("Aug"), marked("Sep"), marked("Oct"), marked("Nov"), marked("Dec")),
)


def class_name(code: str) -> str:
    """Name a class in full; the code itself where nobody described it."""
    return KNOWN[code].shown_name if code in KNOWN else code


def day_words(day: date) -> str:
    """Write a day so that nobody takes the month for the day."""
    return f"{day.day} {say(_MONTHS[day.month - 1])} {day.year}"


def patient_title(patient: Patient) -> str:
    """Name a patient: the pseudonym, and the name where somebody wrote it down."""
    return f"{patient.name} ({patient.pseudonym})" if patient.name else patient.pseudonym


def patient_facts(patient: Patient) -> str:
    """Say what else is known of a patient."""
    known = (
        say(SEX_WORDS[patient.sex]) if patient.sex else "",
        say("born {year}", year=patient.birth_year) if patient.birth_year else "",
        say("skin type {skin_type}", skin_type=patient.skin_type) if patient.skin_type else "",
    )
    return capital(", ".join(filter(None, known)))


def site_words(site: BodySite | None, side: Side | None) -> str:
    """Say where a lesion is."""
    if site is None:
        return capital(say(NO_SITE if side is None else SIDE_WORDS[side]))
    where = capital(say(site))
    return f"{where}, {say(SIDE_WORDS[side])}" if side else where


def lesion_title(lesion: Lesion) -> str:
    """Name a lesion and its place."""
    return f"{lesion.label} · {site_words(lesion.site, lesion.side)}"


def diagnosis_words(diagnosis: Diagnosis) -> str:
    """Say a diagnosis, by whom and when."""
    pathology = diagnosis.kind is DiagnosisKind.PATHOLOGY
    kind = say("Pathology") if pathology else say("Clinical diagnosis")
    what = ": ".join(
        filter(None, (class_name(diagnosis.code) if diagnosis.code else "", diagnosis.text))
    )
    source = f", {diagnosis.source}" if diagnosis.source else ""
    return f"{kind}, {day_words(diagnosis.day)}{source}: {what or say('none stated')}"


def note_words(note: Note) -> str:
    """Say a note, and who wrote it."""
    return f"{note.text} ({note.author})" if note.author else note.text
