"""What the user wants to be written: as what, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from core.dicom.kinds import Kind
from core.report.order import Order

NO_ORDER: Final = Order()


class ExchangeFormat(Enum):
    """What findings are written as."""

    DICOM = auto()
    FHIR = auto()


class Whose(Enum):
    """To whom the files belong."""

    NOBODY = auto()
    PSEUDONYM = auto()
    SAME = auto()
    """Patient and study are those of the source, which is DICOM."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeWish:
    """What is to be written.

    Parameters
    ----------
    format : ExchangeFormat
        As what.
    whose : Whose
        To whom it belongs.
    pseudonym : str
        Where it belongs to one.
    kind : Kind
        How the pictures were taken.
    order : Order
        What the files answer, where they belong to a patient under a pseudonym.
    """

    format: ExchangeFormat
    whose: Whose = Whose.NOBODY
    pseudonym: str = ""
    kind: Kind = Kind.DERMOSCOPIC
    order: Order = NO_ORDER

    @property
    def patient_id(self) -> str:
        """What stands in the files in the place of a patient."""
        return self.pseudonym if self.whose is Whose.PSEUDONYM else ""
