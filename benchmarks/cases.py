"""How long the list of lesions keeps its user waiting, in a store of many."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.timing import Timing, interleave
from core.cases.address import CaseAddress
from core.cases.fields import BodySite, DiagnosisKind
from core.cases.records import (
    Diagnosis,
    Lesion,
    Patient,
    Record,
    StoredAnalysis,
    StoredImage,
    Visit,
)
from core.cases.search import LesionQuery
from core.cases.store import CaseStore
from core.report.selection_table import selection_table
from core.report.table_kind import TableKind

LESIONS: Final = 50_000
_PER_PATIENT: Final = 5
_PORTION: Final = 1000  # patients a transaction
_FIRST: Final = date(2024, 1, 1)
_CLASSES: Final = ("nv", "nv", "nv", "nv", "bkl", "mel", "bcc")


def report(*, lesions: int = LESIONS, rounds: int, say: Callable[[str], None]) -> None:
    """Print how long each search takes, and the export of everything."""
    timings = measure(lesions=lesions, rounds=rounds)
    say(f"\nA page of {lesions:,} lesions with an image each, median of {rounds} rounds in turn:\n")
    for name, timing in timings.items():
        say(f"{name:40}  {timing.median * 1e3:7.1f} ms")


def measure(*, lesions: int = LESIONS, rounds: int) -> dict[str, Timing]:
    """Time the same; the export once."""
    with tempfile.TemporaryDirectory(prefix="lentigo-cases-") as folder:
        store = CaseStore.open(CaseAddress.of("", folder=Path(folder)))
        fill(store, lesions=lesions)
        timings = interleave(ways(store), rounds=rounds, warm_up=1)
        timings |= interleave(
            {"all of them as a CSV table": lambda: export(store)}, rounds=1, warm_up=0
        )
        store.close()
    return timings


def fill(store: CaseStore, *, lesions: int) -> None:
    """Keep patients with lesions, images without originals, findings and some diagnoses."""
    chance = random.Random(1)  # noqa: S311  # made-up cases
    patients = -(-lesions // _PER_PATIENT)
    for start in range(0, patients, _PORTION):
        portion = range(start, min(start + _PORTION, patients))
        store.add_all([one for number in portion for one in _patient(number, chance)])


def ways(store: CaseStore) -> dict[str, Callable[[], object]]:
    """Build one search for each filter."""
    middle = _FIRST + timedelta(days=500)
    queries = {
        "everything": LesionQuery(),
        "two words": LesionQuery(words="p-bench-9 lesion"),
        "place on the body": LesionQuery(site=BodySite.BACK),
        "diagnosis": LesionQuery(diagnosis="mel"),
        "finding, the most frequent": LesionQuery(finding="nv"),
        "malignant by the model": LesionQuery(malignant=True),
        "seen since": LesionQuery(since=middle),
        "not seen since": LesionQuery(unseen_since=middle),
        "all filters at once": LesionQuery(
            words="lesion", site=BodySite.BACK, diagnosis="mel", malignant=True, since=middle
        ),
    }
    return {name: partial(store.find, query) for name, query in queries.items()}


def export(store: CaseStore) -> bytes:
    """Write everything as a table."""
    return selection_table(store.selected(LesionQuery()), TableKind.CSV)


def _patient(number: int, chance: random.Random) -> list[Record]:
    patient = Patient(pseudonym=f"P-BENCH-{number}")
    visit = Visit(patient_id=patient.id, day=_FIRST + timedelta(days=number % 1000))
    records: list[Record] = [patient, visit]
    for place in range(_PER_PATIENT):
        lesion = Lesion(
            patient_id=patient.id, label=f"Lesion {place}", site=chance.choice(list(BodySite))
        )
        records += [lesion, *_seen(lesion, visit, chance)]
    return records


def _seen(lesion: Lesion, visit: Visit, chance: random.Random) -> list[Record]:
    image = StoredImage(
        lesion_id=lesion.id, visit_id=visit.id, sha256=f"{chance.getrandbits(256):064x}",
        name="a.jpg", size=1, width=600, height=450,
    )  # fmt: skip
    malignant = chance.random()
    decided = {"name": "sensitivity_90", "malignant": malignant > 0.9}
    analysis = StoredAnalysis(
        image_id=image.id, model_name="m", model_version="1", model_sha256="0" * 64,
        finding=chance.choice(_CLASSES), probability=0.8, malignant=malignant,
        content={"operating_point": decided},
    )  # fmt: skip
    named = Diagnosis(
        lesion_id=lesion.id, kind=DiagnosisKind.CLINICAL, code=chance.choice(_CLASSES),
        day=visit.day,
    )  # fmt: skip
    return [image, analysis, *([named] if chance.random() < 0.2 else [])]
