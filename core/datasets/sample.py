"""What a data set is: samples with a class, and a lesion where one is known."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from core.datasets.statement import Statement
from core.taxonomy import LesionClass


@dataclass(frozen=True, slots=True)
class Sample:
    """One labelled image.

    Parameters
    ----------
    image_id : str
        Name of the image, unique in its data set.
    path : Path
        Where its file lies.
    code : str
        Code of its class.
    lesion_id : str, optional
        The lesion it shows; images of one lesion never stand on two sides of a split. None where
        the data set does not say.
    origin : str
        Which part of the data set it came with, as the data set names it; empty where there are
        none.
    age : float, optional
        Of the patient, years.
    sex, site, confirmation : str, optional
        Of the patient; on the body; how the diagnosis was confirmed. As the data set has them.
    diagnosis : str, optional
        In the data set's own words, where they say more than the class.
    image_type, skin_type : str, optional
        How it was photographed; Fitzpatrick's type of the skin. As the data set has them.
    licence, attribution : str, optional
        Of this image alone, and who is to be named with it.
    sha256 : str, optional
        Of the file that was labelled, where that is known: another one in its place is not.
    aspect : float, optional
        Width over height of the photograph, where its file was squashed to another shape.
    """

    image_id: str
    path: Path
    code: str
    lesion_id: str | None = None
    origin: str = ""
    age: float | None = None
    sex: str | None = None
    site: str | None = None
    confirmation: str | None = None
    diagnosis: str | None = None
    image_type: str | None = None
    skin_type: str | None = None
    licence: str | None = None
    attribution: str | None = None
    sha256: str | None = None
    aspect: float | None = None


@dataclass(frozen=True, slots=True)
class Dataset:
    """Samples, and what is known about all of them.

    Parameters
    ----------
    folder : Path
        Where it lies.
    statement : Statement
        Its name, licence and source, and what its classes mean, as far as anybody has said so.
    samples : tuple of Sample
        At least one.
    reserved : frozenset of str
        Origins that are never trained on.
    unlabelled : tuple of Path
        Images that belong to it, but of which nothing says what they show.
    """

    folder: Path
    statement: Statement
    samples: tuple[Sample, ...]
    reserved: frozenset[str] = field(default_factory=frozenset)
    unlabelled: tuple[Path, ...] = ()

    @property
    def files(self) -> dict[str, Path]:
        """File of each image, by its id."""
        return {sample.image_id: sample.path for sample in self.samples}

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of the classes that occur, sorted."""
        return tuple(sorted({sample.code for sample in self.samples}))

    @property
    def trainable(self) -> tuple[Sample, ...]:
        """Samples that may be trained on."""
        return tuple(sample for sample in self.samples if sample.origin not in self.reserved)

    @property
    def classes(self) -> tuple[LesionClass, ...]:
        """What the classes mean, in the order of `codes`.

        Raises
        ------
        DatasetError
            If nobody has said what one of them means.
        """
        return tuple(self.statement.describe(code) for code in self.codes)
