"""What an atlas knows of one labelled image."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class AtlasItem:
    """One labelled image.

    Parameters
    ----------
    id : int
        Place in the data set, from 1; ties are broken by it.
    path : Path
        Where its file lay when the atlas was built.
    sha256 : str
        Of the file, 64 hexadecimal digits.
    code : str
        Of its diagnosis; `core.atlas.description.Description.classes` has its name.
    confirmation : str, optional
        How the diagnosis was confirmed, as the data set has it: see `core.atlas.words`.
    lesion_id : str, optional
        The lesion that it shows, where the data set says so.
    age : float, optional
        Of the patient, years.
    sex, site : str, optional
        Of the patient; on the body.
    diagnosis : str, optional
        In the source's own words, where they say more than the code.
    image_type, skin_type : str, optional
        How it was photographed; Fitzpatrick's type of the skin. As the source has them.
    licence, attribution : str, optional
        Of this image, and who is to be named with it, where they are not those of the atlas.
    """

    id: int
    path: Path
    sha256: str
    code: str
    confirmation: str | None = None
    lesion_id: str | None = None
    age: float | None = None
    sex: str | None = None
    site: str | None = None
    diagnosis: str | None = None
    image_type: str | None = None
    skin_type: str | None = None
    licence: str | None = None
    attribution: str | None = None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A labelled image, and how like another one it is.

    Parameters
    ----------
    item : AtlasItem
        The labelled image.
    distance : float
        1 minus the cosine of the angle between the embeddings: 0 for the same picture, at most 2.
    """

    item: AtlasItem
    distance: float


class Likeness(StrEnum):
    """Why two images are told of together."""

    SAME_FILE = "same file"
    LOOKS_ALIKE = "looks alike"
    ONE_LESION = "one lesion"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two items that show the same, or bear different diagnoses though they do.

    Parameters
    ----------
    first, second : int
        Their ids.
    likeness : Likeness
        Their bytes are equal; their pictures show the same; or they are said to show one lesion,
        which is told only where the diagnoses differ.
    contradicting : bool
        Whether their diagnoses differ.
    """

    first: int
    second: int
    likeness: Likeness
    contradicting: bool


@dataclass(frozen=True, slots=True)
class Skipped:
    """An image that is not in the atlas, and why.

    Parameters
    ----------
    path : Path
        Its file.
    kind, message : str
        Of the named error.
    """

    path: Path
    kind: str
    message: str
