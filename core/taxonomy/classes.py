"""The classes a model can find, and what they mean to a clinician.

A class is more than the code a network was trained with: a report needs its full name, a plain
explanation, whether it counts as malignant, and the codes by which other systems know it. Bundles
carry their own classes in this form on their card, so that models of other classes work as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from core.language import again


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

    def sole_code(self, system: CodeSystem) -> Code | None:
        """Return the code of a system that is all of the class, or None.

        A class for which any system needs several codes joins several diseases, and none of them
        may stand for it.
        """
        joined = any(len(self.codes_of(each)) > 1 for each in CodeSystem)
        codes = self.codes_of(system)
        return None if joined or not codes else codes[0]

    @property
    def shown_name(self) -> str:
        """The full name, in the language in use."""
        return again(self.name)

    @property
    def shown_explanation(self) -> str:
        """The explanation, in the language in use."""
        return again(self.explanation)


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


def icd_10(value: str, display: str) -> Code:
    """Make a code of ICD-10."""
    return Code(system=CodeSystem.ICD_10, value=value, display=display)


def icd_o_3(value: str, display: str) -> Code:
    """Make a code of ICD-O-3."""
    return Code(system=CodeSystem.ICD_O_3, value=value, display=display)


def snomed(value: str, display: str) -> Code:
    """Make a code of SNOMED CT."""
    return Code(system=CodeSystem.SNOMED_CT, value=value, display=display)
