"""What a record may say: the closed vocabularies of cases."""

from __future__ import annotations

from enum import StrEnum

from core.language import marked


class Sex(StrEnum):
    """As stated in the record; never guessed."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


class BodyView(StrEnum):
    """The side of the body map that a place is marked on."""

    FRONT = "front"
    BACK = "back"


class DiagnosisKind(StrEnum):
    """Who says so."""

    CLINICAL = "clinical"
    """A clinician, from looking."""
    PATHOLOGY = "pathology"
    """A pathologist, from tissue."""


class ScaleSource(StrEnum):
    """Where the size of a pixel comes from."""

    DICOM = "dicom"
    RULER = "ruler"
    """Two clicks on a ruler in the picture."""


class BodySite(StrEnum):
    """Where on the body, as coarse as HAM10000 and as fine as a report needs."""

    SCALP = marked("scalp")
    FACE = marked("face")
    EAR = marked("ear")
    NECK = marked("neck")
    CHEST = marked("chest")
    ABDOMEN = marked("abdomen")
    GENITAL = marked("genital")
    BACK = marked("back")
    BUTTOCK = marked("buttock")
    SHOULDER = marked("shoulder")
    UPPER_ARM = marked("upper arm")
    FOREARM = marked("forearm")
    HAND = marked("hand")
    PALM = marked("palm")
    THIGH = marked("thigh")
    LOWER_LEG = marked("lower leg")
    FOOT = marked("foot")
    SOLE = marked("sole")
    NAIL = marked("nail")


class Side(StrEnum):
    """Of the patient, not of the picture."""

    LEFT = "left"
    RIGHT = "right"
    MIDDLE = "middle"
