"""What a record may say: the closed vocabularies of cases."""

from __future__ import annotations

from enum import StrEnum


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

    SCALP = "scalp"
    FACE = "face"
    EAR = "ear"
    NECK = "neck"
    CHEST = "chest"
    ABDOMEN = "abdomen"
    GENITAL = "genital"
    BACK = "back"
    BUTTOCK = "buttock"
    SHOULDER = "shoulder"
    UPPER_ARM = "upper arm"
    FOREARM = "forearm"
    HAND = "hand"
    PALM = "palm"
    THIGH = "thigh"
    LOWER_LEG = "lower leg"
    FOOT = "foot"
    SOLE = "sole"
    NAIL = "nail"


class Side(StrEnum):
    """Of the patient, not of the picture."""

    LEFT = "left"
    RIGHT = "right"
    MIDDLE = "middle"
