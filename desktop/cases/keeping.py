"""Keeping an image with its finding, or a new lesion, outside the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.cases.records import Lesion, Note, Patient, StoredAnalysis
from core.errors import LentigoError
from desktop.language.words import tr

if TYPE_CHECKING:
    from core.cases.records import StoredImage
    from core.cases.store import CaseStore
    from core.images import ImageRecord
    from core.results import Analysis
    from desktop.look.entries import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """Where something belongs.

    Parameters
    ----------
    lesion : Lesion, optional
        A new one.
    lesion_id : str
        Of one that is there; empty with a new one.
    patient : Patient, optional
        A new one, whose the new lesion is.
    """

    lesion: Lesion | None = None
    lesion_id: str = ""
    patient: Patient | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """An image to keep.

    Parameters
    ----------
    source : Path, bytes or Held
        Its file, or its content.
    name : str
        What the user calls it.
    record : ImageRecord
        What was read.
    analysis : Analysis, optional
        What the model said.
    label : str
        Full name of its finding.
    full_scale : float, optional
        Logits that count as the hottest in its heat map; without it, no map is kept.
    """

    source: Source
    name: str
    record: ImageRecord
    analysis: Analysis | None
    label: str
    full_scale: float | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What is in the store now.

    Parameters
    ----------
    patient : Patient
        Whose.
    lesion : Lesion
        Which.
    """

    patient: Patient
    lesion: Lesion


def keep_lesion(store: CaseStore, destination: Destination) -> Kept:
    """Keep a new lesion, with its patient where that is new as well; or find the one meant.

    Raises
    ------
    StoreError
        If it cannot be kept or has been deleted.
    """
    lesion, patient = destination.lesion, destination.patient
    if lesion is None:
        lesion = store.get(Lesion, destination.lesion_id)
        return Kept(store.get(Patient, lesion.patient_id), lesion)
    if patient is not None:
        lesion = _named(lesion, number=1)
        store.add_all([patient, lesion])
        return Kept(patient, lesion)
    file = store.file_of(lesion.patient_id)
    return Kept(file.patient, store.add(_named(lesion, number=len(file.lesions) + 1)))


def _named(lesion: Lesion, *, number: int) -> Lesion:
    return lesion if lesion.label else replace(lesion, label=tr("Lesion {number}", number=number))


def keep_image(
    store: CaseStore,
    arrival: Arrival,
    destination: Destination,
    *,
    today: date,
    remark: str = "",
) -> Kept:
    """Keep an image, unchanged, and its finding on today's visit; all of it, or nothing.

    Parameters
    ----------
    store, arrival, destination
        Where, what, and to which lesion it belongs.
    today : date
        Of the visit.
    remark : str
        To be noted of the lesion; empty for nothing.

    Raises
    ------
    LentigoError
        If the image or the store is to blame; then nothing new is left in the store.
    """
    kept, note = keep_lesion(store, destination), None
    try:
        if remark:
            note = store.add(
                Note(patient_id=kept.patient.id, lesion_id=kept.lesion.id, text=remark)
            )
        image = _bring_in(store, arrival, kept, today=today)
        _keep_analysis(store, arrival, image)
    except LentigoError:
        if destination.patient is not None:
            store.delete(kept.patient)
        elif destination.lesion is not None:
            store.delete(kept.lesion)
        elif note is not None:
            store.delete(note)
        raise
    return kept


def _bring_in(store: CaseStore, arrival: Arrival, kept: Kept, *, today: date) -> StoredImage:
    from core.cases.shape import Shape
    from core.followup.scale import scale_from_spacing

    shape = Shape(arrival.record.width, arrival.record.height)
    if scale := scale_from_spacing(arrival.record.spacing_mm):
        shape = replace(shape, mm_per_pixel=scale.mm_per_pixel, scale_source=scale.source)
    visit = store.visit_on(kept.patient, today)
    return store.bring_in(
        arrival.source,
        lesion=kept.lesion,
        visit=visit,
        shape=shape,
        sha256=arrival.record.sha256,
        name=_file_name(arrival),
    )


def _keep_analysis(store: CaseStore, arrival: Arrival, image: StoredImage) -> None:
    analysis = arrival.analysis
    if analysis is None:
        return
    record = StoredAnalysis(
        image_id=image.id,
        model_name=analysis.model.name,
        model_version=analysis.model.version,
        model_sha256=analysis.model.sha256,
        finding=analysis.finding,
        probability=analysis.probabilities[analysis.finding],
        malignant=analysis.malignant,
        content=_content(arrival, analysis),
    )
    try:
        store.add(record)
    except LentigoError:
        store.delete(image)
        raise


def _content(arrival: Arrival, analysis: Analysis) -> Mapping[str, Any]:
    from core.report.kept_map import KEY, map_values
    from core.report.values import finding_values

    content = {"file": arrival.name, **finding_values(analysis, label=arrival.label)}
    if arrival.full_scale is not None:
        content[KEY] = map_values(analysis, full_scale=arrival.full_scale)
    return content


def _file_name(arrival: Arrival) -> str:
    if isinstance(arrival.source, Path):
        return arrival.source.name
    # Only pictures are pasted, as PNG; an original of other cases has its name already.
    return f"{arrival.name}.png" if isinstance(arrival.source, bytes) else arrival.name
