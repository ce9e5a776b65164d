"""Commitments with what pathology said later about the same image."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from core.cases.commitment import Commitment
from core.cases.fields import DiagnosisKind
from core.cases.kinds import COMMITMENTS
from core.cases.tables import DIAGNOSES, IMAGES


@dataclass(frozen=True, slots=True)
class Judged:
    """A commitment, and how it turned out.

    Parameters
    ----------
    commitment : Commitment
        What was said.
    outcome : str
        Code of the class in the newest pathology report of a lesion with this image; empty where
        there is none, or none that names a class.
    """

    commitment: Commitment
    outcome: str = ""


def commitment_of(connection: Connection, sha256: str) -> Commitment | None:
    """Read what was said about an image; None where nothing was."""
    found = COMMITMENTS.find(connection, COMMITMENTS.table.c.sha256 == sha256)
    return found[0] if found else None


def all_judged(connection: Connection) -> tuple[Judged, ...]:
    """Read all commitments, the oldest first, each with its outcome."""
    reports = (
        select(IMAGES.c.sha256, DIAGNOSES.c.code)
        .join_from(DIAGNOSES, IMAGES, IMAGES.c.lesion_id == DIAGNOSES.c.lesion_id)
        .where(DIAGNOSES.c.kind == DiagnosisKind.PATHOLOGY, DIAGNOSES.c.code != "")
        .order_by(DIAGNOSES.c.day, DIAGNOSES.c.created)
    )
    outcomes = dict(connection.execute(reports).tuples().all())
    found = COMMITMENTS.find(connection)
    return tuple(Judged(one, outcomes.get(one.sha256, "")) for one in found)
