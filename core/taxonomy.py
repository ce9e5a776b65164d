"""The classes a model can find, and what they mean to a clinician.

A class is more than the code a network was trained with: a report needs its full name, a plain
explanation, whether it counts as malignant, and the codes by which other systems know it. Bundles
carry their own classes in this form on their card, so that models of other classes work as well;
the seven of HAM10000 stand here because our own training and tests start from them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Final


class CodeSystem(StrEnum):
    """A classification or terminology that names a disease."""

    ICD_10 = "ICD-10"
    ICD_O_3 = "ICD-O-3"
    SNOMED_CT = "SNOMED CT"


_PATTERNS: Final = {
    CodeSystem.ICD_10: re.compile(r"[A-Z]\d{2}(\.\d)?", re.ASCII),
    CodeSystem.ICD_O_3: re.compile(r"[89]\d{3}/[012369]", re.ASCII),
    CodeSystem.SNOMED_CT: re.compile(r"[1-9]\d{5,17}", re.ASCII),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One entry of a classification.

    Parameters
    ----------
    system : CodeSystem
        Where the code comes from. ICD-10 is the WHO's edition, without national digits; ICD-O-3
        is the morphology axis, "histology/behaviour".
    value : str
        The code itself.
    display : str
        What the code stands for, in the system's own words.

    Raises
    ------
    ValueError
        If the value is not formed as the system demands, or a SNOMED CT identifier fails its
        Verhoeff check digit, or the display is blank.
    """

    system: CodeSystem
    value: str
    display: str

    def __post_init__(self) -> None:
        if not _PATTERNS[CodeSystem(self.system)].fullmatch(self.value):
            raise ValueError(f"{self.value!r} is not formed like a code of {self.system}.")
        if self.system is CodeSystem.SNOMED_CT and not _passes_verhoeff(self.value):
            raise ValueError(f"{self.value!r} fails the check digit of SNOMED CT.")
        if not self.display.strip():
            raise ValueError(f"The code {self.value!r} says nothing about its meaning.")


@dataclass(frozen=True, slots=True, kw_only=True)
class LesionClass:
    """One of the categories a model distinguishes.

    Parameters
    ----------
    code : str
        What the data set and the model call it: lower-case letters, digits, ``_`` and ``-``.
    name : str
        The full name, as a headline shows it.
    other_names : tuple of str
        Short names, synonyms and what the class comprises, for search and tooltips.
    explanation : str
        Two to four sentences that a clinician can read to a patient.
    malignant : bool
        Whether its probability counts towards "malignant".
    codes : tuple of Code
        The same thing in other systems. A class that joins several diseases has several codes of
        one system; a missing system means that no code fits or that none was verified.
    sources : tuple of str
        Where the definition and the codes come from.

    Raises
    ------
    ValueError
        If the code is not well formed, a text is blank, no source is given, ``malignant`` is not
        a boolean, or something is listed twice.
    """

    code: str
    name: str
    other_names: tuple[str, ...] = ()
    explanation: str
    malignant: bool
    codes: tuple[Code, ...] = ()
    sources: tuple[str, ...]

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", self.code):
            raise ValueError(f"{self.code!r} cannot be the code of a class.")
        if type(self.malignant) is not bool:  # the string "false" would count as malignant
            raise ValueError(f"Whether {self.code!r} is malignant must be true or false.")
        texts = (self.name, self.explanation, *self.other_names, *self.sources)
        if not self.sources or not all(text.strip() for text in texts):
            raise ValueError(f"The class {self.code!r} lacks a name, an explanation or a source.")
        entries = [(code.system, code.value) for code in self.codes]
        if len(set(entries)) < len(entries) or len(set(self.other_names)) < len(self.other_names):
            raise ValueError(f"The class {self.code!r} lists something twice.")

    def codes_of(self, system: CodeSystem) -> tuple[Code, ...]:
        """Return the codes of one system, in their order."""
        return tuple(code for code in self.codes if code.system is system)

    def to_dict(self) -> dict[str, Any]:
        """Return plain dicts, lists, strings and booleans, as a bundle's card stores them."""
        plain = asdict(self)
        plain["codes"] = [{**code, "system": str(code["system"])} for code in plain["codes"]]
        return plain | {key: list(plain[key]) for key in ("other_names", "sources")}

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> LesionClass:
        """Make a class from what `to_dict` returned.

        Raises
        ------
        KeyError, TypeError, ValueError
            If something is missing, unknown or refused by the checks of this class.
        """
        codes = tuple(
            Code(**{**code, "system": CodeSystem(code["system"])}) for code in plain["codes"]
        )
        lists = {key: tuple(plain[key]) for key in ("other_names", "sources")}
        return cls(**{**plain, **lists, "codes": codes})


_VERHOEFF_PERMUTATION: Final = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)


def _dihedral_product(left: int, right: int) -> int:
    """Multiply in the symmetry group of the pentagon: 0-4 are rotations, 5-9 reflections."""
    rotation = (left + right if left < 5 else left - right) % 5
    return rotation + 5 * ((left < 5) != (right < 5))


def _passes_verhoeff(digits: str) -> bool:
    """Check a number whose last digit is Verhoeff's check digit.

    References
    ----------
    .. [1] J. Verhoeff, "Error Detecting Decimal Codes", Mathematical Centre Tracts 29,
       Amsterdam, 1969; prescribed for identifiers by the SNOMED CT release file specification.
    """
    check = 0
    for place, digit in enumerate(map(int, reversed(digits))):
        permuted = digit
        for _ in range(place % 8):
            permuted = _VERHOEFF_PERMUTATION[permuted]
        check = _dihedral_product(check, permuted)
    return check == 0


def _icd10(value: str, display: str) -> Code:
    return Code(system=CodeSystem.ICD_10, value=value, display=display)


def _icdo(value: str, display: str) -> Code:
    return Code(system=CodeSystem.ICD_O_3, value=value, display=display)


def _snomed(value: str, display: str) -> Code:
    return Code(system=CodeSystem.SNOMED_CT, value=value, display=display)


_SOURCES: Final = (
    "Definition: Tschandl et al., Sci. Data 5, 180161 (2018), doi:10.1038/sdata.2018.161",
    "ICD-10: WHO, International Classification of Diseases, 10th revision",
    "ICD-O-3: WHO and IARC, International Classification of Diseases for Oncology, 3rd edition",
    "SNOMED CT: SNOMED International, International Edition",
)

HAM10000: Final[tuple[LesionClass, ...]] = (
    LesionClass(
        code="akiec",
        name="Actinic keratosis / Bowen's disease",
        other_names=(
            "Solar keratosis",
            "Intraepithelial carcinoma",
            "Squamous cell carcinoma in situ",
        ),
        explanation=(
            "Rough, scaly patches in the outermost layer of the skin, mostly where it has had "
            "much sun. The class joins two conditions: actinic keratosis, a precursor that "
            "sometimes turns into squamous cell carcinoma, and Bowen's disease, a carcinoma in "
            "situ, that is, cancer cells that have not grown beyond that outermost layer. It is "
            "counted with the malignant classes because part of it is cancer already, because "
            "either can become invasive, and because a picture alone does not tell them apart "
            "reliably. Both are usually treated, often without surgery."
        ),
        malignant=True,
        codes=(
            _icd10("L57.0", "Actinic keratosis"),
            _icd10("D04", "Carcinoma in situ of skin"),
            _icdo("8081/2", "Bowen disease"),
            _snomed("201101007", "Actinic keratosis"),
        ),
        sources=_SOURCES,
    ),
    LesionClass(
        code="bcc",
        name="Basal cell carcinoma",
        other_names=("BCC", "Basalioma", "Rodent ulcer"),
        explanation=(
            "The most common cancer of the skin, mostly on parts that have had much sun. It grows "
            "slowly and very rarely spreads to other organs, but left alone it destroys the "
            "tissue around it. Found early, it can nearly always be cured."
        ),
        malignant=True,
        codes=(
            _icd10("C44", "Other malignant neoplasms of skin"),
            _icdo("8090/3", "Basal cell carcinoma, NOS"),
            _snomed("254701007", "Basal cell carcinoma of skin"),
        ),
        sources=_SOURCES,
    ),
    LesionClass(
        code="bkl",
        name="Benign keratosis-like lesion",
        other_names=(
            "Seborrhoeic keratosis",
            "Solar lentigo",
            "Lichen planus-like keratosis",
            "Age spot",
        ),
        explanation=(
            "Harmless growths and spots of the outer skin that become common with age. The class "
            "joins seborrhoeic keratosis, which looks waxy and stuck on, solar lentigo, a flat "
            "brown sun spot, and lichen planus-like keratosis, which is one of these two when it "
            "is inflamed and fading. None of them needs treatment, but they can look like a "
            "melanoma, and then a biopsy decides."
        ),
        malignant=False,
        codes=(
            _icd10("L82", "Seborrhoeic keratosis"),
            _icd10("L81.4", "Other melanin hyperpigmentation"),
            _snomed("398838000", "Seborrheic keratosis"),
            _snomed("72100002", "Solar lentigo"),
        ),
        sources=_SOURCES,
    ),
    LesionClass(
        code="df",
        name="Dermatofibroma",
        other_names=("Benign fibrous histiocytoma of skin",),
        explanation=(
            "A small, firm, harmless knot in the skin, often brownish with a paler centre and "
            "most common on the legs. It may follow a minor injury such as an insect bite. It "
            "needs no treatment unless it bothers its owner or changes."
        ),
        malignant=False,
        codes=(
            _icd10("D23", "Other benign neoplasms of skin"),
            _icdo("8832/0", "Dermatofibroma, NOS"),
            _snomed("254750001", "Fibrous histiocytoma of skin"),
        ),
        sources=_SOURCES,
    ),
    LesionClass(
        code="mel",
        name="Melanoma",
        other_names=("Malignant melanoma", "Melanoma in situ"),
        explanation=(
            "A cancer of the cells that give the skin its colour, and the most dangerous of the "
            "classes here because it can spread to other organs. The class holds melanoma in situ, "
            "which has not grown beyond the outermost layer, as well as invasive melanoma. Removed "
            "early it is usually cured, so any suspicion deserves prompt examination."
        ),
        malignant=True,
        codes=(
            _icd10("C43", "Malignant melanoma of skin"),
            _icd10("D03", "Melanoma in situ"),
            _icdo("8720/3", "Malignant melanoma, NOS"),
            _icdo("8720/2", "Melanoma in situ"),
            _snomed("93655004", "Malignant melanoma of skin"),
            _snomed("109266006", "Melanoma in situ of skin"),
        ),
        sources=_SOURCES,
    ),
    LesionClass(
        code="nv",
        name="Melanocytic nevus",
        other_names=("Mole", "Naevus"),
        explanation=(
            "An ordinary mole: a harmless cluster of the cells that give the skin its colour. Most "
            "people have many, of many shapes and shades, and most never change into anything "
            "else. A mole that is new in later life, that changes, or that looks unlike its "
            "neighbours should be examined."
        ),
        malignant=False,
        codes=(
            _icd10("D22", "Melanocytic naevi"),
            _icdo("8720/0", "Melanocytic nevus"),
            _snomed("400096001", "Melanocytic nevus"),
        ),
        sources=_SOURCES,
    ),
    LesionClass(
        code="vasc",
        name="Vascular lesion",
        other_names=("Cherry angioma", "Angiokeratoma", "Pyogenic granuloma", "Haemorrhage"),
        explanation=(
            "A harmless change of small blood vessels in the skin, red to purple or nearly black. "
            "The class joins cherry angiomas, angiokeratomas, pyogenic granulomas, which grow fast "
            "and bleed easily, and bleeding under the skin. A lesion that grows or bleeds should "
            "be examined, because a melanoma without pigment can look alike."
        ),
        malignant=False,
        codes=(
            _icd10("D18.0", "Haemangioma, any site"),
            _icd10("L98.0", "Pyogenic granuloma"),
            _icdo("9120/0", "Haemangioma, NOS"),
            _icdo("9141/0", "Angiokeratoma"),
            _snomed("400210000", "Hemangioma"),
            _snomed("254788004", "Angiokeratoma of skin"),
        ),
        sources=_SOURCES,
    ),
)
