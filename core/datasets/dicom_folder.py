"""A folder of DICOM files that say their own diagnoses, by code or in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from core.datasets.naming import class_code
from core.datasets.sample import Dataset, Sample
from core.datasets.statement import Statement, read_statement
from core.errors import DatasetError, ImageError
from core.images import ImageReader, find_images
from core.images.formats import is_dicom
from core.images.metadata import DIAGNOSIS, Tag
from core.language import say
from core.taxonomy import KNOWN, CodeSystem

_IN_WORDS: Final = "AdmittingDiagnosesDescription"
_CODED: Final = re.compile(r"(?P<words>.*)\((?P<scheme>\S*) (?P<code>\S*)\)")
_SCHEMES: Final = {
    "SCT": CodeSystem.SNOMED_CT,
    "I10": CodeSystem.ICD_10,
    "ICDO3": CodeSystem.ICD_O_3,
}
_SEXES: Final = {"M": "male", "F": "female", "O": "other"}
_TYPES: Final = {"DMS": "dermoscopic", "XC": "clinical", "GM": "clinical"}
_AGE: Final = re.compile(r"(\d{3})([DWMY])")
_YEARS: Final = {"D": 1 / 365.25, "W": 7 / 365.25, "M": 1 / 12, "Y": 1.0}
_HEAD: Final = 132


def is_dicom_folder(folder: Path) -> bool:
    """Whether there are images below a folder, and all of them are DICOM files."""
    found = False
    for path in find_images([folder]):
        if not _is_dicom(path):
            return False  # the rest, perhaps of a whole disk, need not be walked
        found = True
    return found


def read_dicom_folder(folder: Path) -> Dataset:
    """Read a folder of DICOM files.

    Parameters
    ----------
    folder : Path
        The files lie anywhere below it. A diagnosis is an Admitting Diagnoses Code [1]_, a
        diagnosis in the Acquisition Context, or the Admitting Diagnoses Description: a code of
        SNOMED CT, ICD-10 or ICD-O-3 that stands for one class of `core.taxonomy`, else the words.

    Returns
    -------
    Dataset
        Files without a diagnosis are `Dataset.unlabelled`.

    Raises
    ------
    DatasetError
        If no file says a diagnosis.

    References
    ----------
    .. [1] NEMA, DICOM PS3.3, C.7.2.2 (Patient Study Module),
       https://dicom.nema.org/medical/dicom/current/output/html/part03.html.
    """
    statement = read_statement(folder)
    samples, unlabelled = [], []
    with ImageReader() as reader:
        for path in sorted(find_images([folder])):
            try:
                tags = reader.metadata(path)
            except ImageError:  # whoever reads its pixels says what is wrong with it
                tags = ()
            sample = _sample(path, tags, folder=folder, statement=statement)
            if sample is None:
                unlabelled.append(path)
            else:
                samples.append(sample)
    if not samples:
        raise DatasetError(
            say("None of the DICOM files in {folder} says a diagnosis.", folder=folder),
            value=folder,
        )
    return Dataset(folder, statement, tuple(samples), unlabelled=tuple(unlabelled))


def _is_dicom(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return is_dicom(file.read(_HEAD))
    except OSError:
        return False


def _sample(
    path: Path, tags: Iterable[Tag], *, folder: Path, statement: Statement
) -> Sample | None:
    found = list(tags)
    said = {tag.keyword: tag.value for tag in found}
    coded = [tag.value for tag in found if tag.keyword == DIAGNOSIS]
    diagnosis = _diagnosis([*coded, said.get(_IN_WORDS, "")], statement)
    if diagnosis is None:
        return None
    return Sample(
        image_id=path.relative_to(folder).as_posix(),
        path=path,
        code=diagnosis[0],
        age=_age(said.get("PatientAge", "")),
        sex=_SEXES.get(said.get("PatientSex", "")),
        site=_site(said),
        diagnosis=diagnosis[1],
        image_type=_TYPES.get(said.get("Modality", "")),
    )


def _diagnosis(said: Iterable[str], statement: Statement) -> tuple[str, str] | None:
    """Code of the class, and the words for it, of the first diagnosis that says something."""
    for text in said:
        parts = _CODED.fullmatch(text)
        words = (parts["words"] if parts else text).strip()
        code = parts and _BY_CODE.get((parts["scheme"], parts["code"]))
        if code or words:
            return code or class_code(words, statement=statement), words or text
    return None


def _age(text: str) -> float | None:
    parts = _AGE.fullmatch(text)
    return parts and round(int(parts[1]) * _YEARS[parts[2]], 1)


def _site(said: Mapping[str, str]) -> str | None:
    site = (said.get("AnatomicRegionSequence") or said.get("BodyPartExamined", "")).casefold()
    return site if site and site != "skin" else None


def _by_code() -> dict[tuple[str, str], str]:
    """Class of each code that means one class alone."""
    meaning: dict[tuple[str, str], set[str]] = {}
    for entry in KNOWN.values():
        for scheme, system in _SCHEMES.items():
            for code in entry.codes_of(system):
                meaning.setdefault((scheme, code.value), set()).add(entry.code)
    return {code: min(classes) for code, classes in meaning.items() if len(classes) == 1}


_BY_CODE: Final = _by_code()
