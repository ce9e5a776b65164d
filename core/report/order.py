"""Whose an examination is and which order it answers, as other systems know it, where stated.

References
----------
.. [1] NEMA, DICOM PS3.5, 6.2: how long a short string (SH), a long string (LO) and a part of a
   person's name (PN) may be, https://dicom.nema.org/medical/dicom/current/output/html/part05.html#sect_6.2.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from core.errors import UsageError
from core.language import say

LONGEST_PSEUDONYM: Final = 64
LONGEST_ACCESSION: Final = 16
LONGEST_NAME: Final = 64
_PARTS: Final = (3, 1, 2, 0, 4)
"""In which order the parts of a DICOM name (family, given, middle, prefix, suffix) are read."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is known of an order.

    Parameters
    ----------
    accession : str
        Its number; empty for none.
    physician : str
        Who referred the patient, as DICOM writes names (``Family^Given^Middle^Prefix^Suffix``) or
        in plain words; empty for nobody.

    Raises
    ------
    UsageError
        If one of them cannot stand in a DICOM file.
    """

    accession: str = ""
    physician: str = ""

    def __post_init__(self) -> None:
        if not _fits(self.accession, LONGEST_ACCESSION):
            words = say(
                "An accession number has at most {most} characters, and no backslash.",
                most=LONGEST_ACCESSION,
            )
            raise UsageError(words, value=self.accession)
        if not _fits(self.physician, LONGEST_NAME):
            words = say(
                "A physician's name has at most {most} characters, and no backslash.",
                most=LONGEST_NAME,
            )
            raise UsageError(words, value=self.physician)

    def __bool__(self) -> bool:
        return bool(self.accession or self.physician)

    @property
    def physician_in_words(self) -> str:
        """Who referred the patient, as people write it."""
        return name_in_words(self.physician)


def name_in_words(name: str) -> str:
    """Write a name of DICOM as people do; one in plain words stays as it is."""
    parts = name.partition("=")[0].split("^") if "^" in name else [name]
    found = (parts[at].strip() for at in _PARTS if at < len(parts))
    return " ".join(part for part in found if part)


def checked_pseudonym(words: str) -> str:
    """Take a patient's pseudonym for files, without the blanks around it; empty for none.

    Raises
    ------
    UsageError
        If it cannot stand in a DICOM file.
    """
    pseudonym = words.strip()
    if not _fits(pseudonym, LONGEST_PSEUDONYM):
        said = say(
            "A pseudonym has at most {most} characters, and no backslash.", most=LONGEST_PSEUDONYM
        )
        raise UsageError(said, value=words)
    return pseudonym


def _fits(words: str, most: int) -> bool:
    return len(words) <= most and "\\" not in words and words.isprintable()
