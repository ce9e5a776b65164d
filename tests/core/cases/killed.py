"""A practice at work, until it is killed: says on stdout what it was told is kept.

``python -m tests.core.cases.killed FOLDER SEED``
"""

from __future__ import annotations

import dataclasses
import random
import sys
from datetime import date
from pathlib import Path

from core.cases.address import CaseAddress
from core.cases.records import Lesion, Note, Patient, StoredImage
from core.cases.shape import Shape
from core.cases.store import CaseStore


def say(*words: str) -> None:
    sys.stdout.write("\t".join(words) + "\n")
    sys.stdout.flush()


def work(folder: Path, chance: random.Random) -> None:
    store = CaseStore.open(CaseAddress.of("", folder=folder / "cases"))
    say("open")
    patient = store.add(Patient())
    lesion = store.add(Lesion(patient_id=patient.id, label="Lesion"))
    note = store.add(Note(patient_id=patient.id, text="0"))
    say("note", note.id, "0")
    visit = store.visit_on(patient, date(2026, 1, 1))
    images: list[StoredImage] = []
    for step in range(1, 10_000):
        match chance.randrange(4):
            case 0:
                photo = folder / "photo"
                photo.write_bytes(chance.randbytes(chance.choice([10, 1000, 3 << 20])))
                images.append(store.bring_in(photo, lesion=lesion, visit=visit, shape=Shape(1, 1)))
                say("image", images[-1].id, images[-1].sha256)
            case 1 if images:
                gone = images.pop(chance.randrange(len(images)))
                say("going", gone.id, gone.sha256)
                store.delete(gone)
                say("gone", gone.id, gone.sha256)
            case 2:
                store.drafts.keep("d", str(step))
                say("draft", "d", str(step))
            case _:
                note = store.save(dataclasses.replace(note, text=str(step)))
                say("note", note.id, note.text)


if __name__ == "__main__":
    work(Path(sys.argv[1]), random.Random(int(sys.argv[2])))
