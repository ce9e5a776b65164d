"""The options of ``lentigo classify --dicom``; the writer itself is imported when it is needed."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from core.dicom.kinds import Kind
from core.errors import UsageError
from core.model import Card

if TYPE_CHECKING:
    from core.commands.dicom_files import DicomFiles


def add_dicom_options(parser: argparse.ArgumentParser) -> None:
    """Add what says where DICOM files go, and whose they are."""
    add = parser.add_argument
    add(
        "--dicom", type=Path, metavar="DIR", help="write image, heat map and finding as DICOM files"
    )
    add(
        "--dicom-kind",
        choices=[str(kind) for kind in Kind],
        help="with --dicom: how the images were taken; default: dermoscopic",
    )
    add("--patient-id", metavar="ID", help="with --dicom: a pseudonym that stands in the files")
    add(
        "--same-patient",
        action="store_true",
        help="with --dicom: take patient and study over from the images, which must be DICOM",
    )


def dicom_files(arguments: argparse.Namespace, card: Card) -> DicomFiles | None:
    """Return what writes the files that were asked for.

    Raises
    ------
    UsageError
        If options contradict each other.
    """
    given = (arguments.dicom_kind, arguments.patient_id, arguments.same_patient or None)
    if arguments.dicom is None:
        if any(given):
            raise UsageError("Say where the DICOM files shall be written: --dicom DIR.")
        return None
    if arguments.same_patient and (arguments.patient_id or arguments.dicom_kind):
        raise UsageError("--same-patient takes everything from the image: leave the others out.")
    from core.commands.dicom_files import DicomFiles  # pydicom and highdicom are slow to import

    return DicomFiles(
        arguments.dicom,
        card,
        kind=Kind(arguments.dicom_kind or Kind.DERMOSCOPIC),
        patient_id=arguments.patient_id or "",
        same_patient=arguments.same_patient,
    )
