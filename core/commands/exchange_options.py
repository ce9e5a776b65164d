"""What `lentigo classify` writes for other systems; each writer is imported when it is needed."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from core.dicom.kinds import Kind
from core.errors import UsageError
from core.language import say
from core.model import Card
from core.model.classifier import Answer
from core.report.order import Order

Writer = Callable[[Answer], Answer]
"""Writes what belongs to an answer, and hands it on."""


def add_exchange_options(parser: argparse.ArgumentParser) -> None:
    """Add what says which files are written, where, and whose they are."""
    add = parser.add_argument
    add(
        "--dicom",
        type=Path,
        metavar="DIR",
        help=say("write image, heat map and finding as DICOM files"),
    )
    add(
        "--dicom-kind",
        choices=[str(kind) for kind in Kind],
        help=say("with --dicom: how the images were taken; default: dermoscopic"),
    )
    add(
        "--fhir",
        type=Path,
        metavar="DIR",
        help=say("write a DiagnosticReport of FHIR R4 for each image"),
    )
    add("--patient-id", metavar="ID", help=say("a pseudonym that stands in DICOM and FHIR files"))
    add(
        "--accession-number",
        metavar="NUMBER",
        help=say("of the order that is answered, for DICOM and FHIR files"),
    )
    add(
        "--referring-physician",
        metavar="NAME",
        help=say("who referred the patient, for DICOM and FHIR files"),
    )
    add(
        "--same-patient",
        action="store_true",
        help=say("with --dicom: take patient and study over from the images, which must be DICOM"),
    )


def exchange_writers(arguments: argparse.Namespace, card: Card) -> list[Writer]:
    """Return what writes the files that were asked for.

    Raises
    ------
    UsageError
        If options contradict each other.
    """
    _check(arguments)
    order = Order(arguments.accession_number or "", arguments.referring_physician or "")
    writers: list[Writer] = []
    if arguments.dicom is not None:
        from core.dicom.answers import AnswerObjects  # pydicom and highdicom: slow to import
        from core.dicom.files import DicomFiles

        objects = AnswerObjects(
            card,
            kind=Kind(arguments.dicom_kind or Kind.DERMOSCOPIC),
            patient_id=arguments.patient_id or "",
            same_patient=arguments.same_patient,
            order=order,
        )
        writers.append(DicomFiles(arguments.dicom, objects).add_to)
    if arguments.fhir is not None:
        from core.fhir.files import FhirFiles

        pseudonym = arguments.patient_id or ""
        reports = FhirFiles(arguments.fhir, card, patient_id=pseudonym, order=order)
        writers.append(reports.add_to)
    return writers


def _check(arguments: argparse.Namespace) -> None:
    if arguments.dicom is None and (arguments.dicom_kind or arguments.same_patient):
        raise UsageError(say("Say where the DICOM files shall be written: --dicom DIR."))
    order = arguments.accession_number or arguments.referring_physician
    if arguments.dicom is None and arguments.fhir is None and (arguments.patient_id or order):
        raise UsageError(
            say("Patient and order stand in files only: add --dicom DIR or --fhir DIR.")
        )
    if arguments.same_patient and (arguments.patient_id or arguments.dicom_kind or order):
        raise UsageError(
            say("--same-patient takes everything from the image: leave the others out.")
        )
