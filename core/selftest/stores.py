"""Checks of what keeps cases: a new store from its first table to its last, and the user's own."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from core.cases.address import CaseAddress
from core.cases.database import Database
from core.cases.health import Health, examine
from core.cases.image_store import ImageStore
from core.cases.records import Lesion, Patient
from core.cases.revisions import SCHEMA, known_revisions, revision_of
from core.cases.shape import Shape
from core.cases.store import CaseStore
from core.errors import StoreTooNew
from core.language import counted, say
from core.paths import examples_folder
from core.selftest.check import Check, CheckName, Fact, failed, guarded, passed, skipped

T = TypeVar("T")


def store_checks() -> list[Check]:
    """Make them all; nothing of the user's own is changed."""
    return [
        guarded(CheckName.DATABASE, lambda: _aside(_database)),
        guarded(CheckName.IMAGE_STORE, lambda: _aside(_images)),
        guarded(CheckName.CASES, _own_cases),
    ]


def _aside(check: Callable[[CaseAddress], Check]) -> Check:
    """Make a check in a temporary folder: where there is room for none, that is its answer."""
    with tempfile.TemporaryDirectory(prefix="lentigo-self-test-") as folder:
        return check(CaseAddress.of("", folder=Path(folder)))


def _database(address: CaseAddress) -> Check:
    """Make one, with every migration there is; write a patient, and read them."""
    patient = _in_store(address, lambda store: store.add(Patient()))
    found = _in_store(address, lambda store: store.file_of(patient).patient)
    facts = {"revision": SCHEMA.revision}
    if found != patient:
        words = say("A new database gives back something else than was written.")
        return failed(CheckName.DATABASE, words, **facts)
    words = say("A new database of cases can be made, migrated, written and read.")
    return passed(CheckName.DATABASE, words, **facts)


def _images(address: CaseAddress) -> Check:
    """Keep an image in it, and read every byte again."""
    health = _in_store(address, _keep_example)
    if not health.good or health.images != 1:
        words = say("An image that was kept is not what it was.")
        return failed(CheckName.IMAGE_STORE, words)
    words = say("An image can be kept, and comes back unchanged.")
    return passed(CheckName.IMAGE_STORE, words)


def _keep_example(store: CaseStore) -> Health:
    patient = store.add(Patient())
    lesion = store.add(Lesion(patient_id=patient.id, label="1"))
    visit = store.visit_on(patient, datetime.now(UTC).date())
    source = min(examples_folder().glob("*.jpg"))
    store.bring_in(source, lesion=lesion, visit=visit, shape=Shape(1, 1))
    return store.examine(deep=True)


def _in_store(address: CaseAddress, act: Callable[[CaseStore], T]) -> T:
    store = CaseStore.open(address)
    try:
        return act(store)
    finally:
        store.close()


def _own_cases() -> Check:
    """Look at the user's own cases, and leave them as they are: nothing is migrated or made."""
    name, address = CheckName.CASES, CaseAddress.default()
    if address.sealed:
        words = say(
            "The cases here are protected with a passphrase, so they were not opened; `lentigo "
            "cases` examines them."
        )
        return skipped(name, words, protected=True)
    if address.file is not None and not address.file.exists():
        return skipped(name, say("There are no cases here yet."), protected=False)
    database = Database.connect(address)
    try:
        return _examined(database, address)
    finally:
        database.close()


def _examined(database: Database, address: CaseAddress) -> Check:
    name = CheckName.CASES
    with database.reading() as connection:
        revision = revision_of(connection)
    if revision is not None and revision not in known_revisions():
        raise StoreTooNew(say(SCHEMA.words.too_new, where=address.words), value=revision)
    facts: dict[str, Fact] = {
        "protected": False,
        "revision": revision,
        "current": revision == SCHEMA.revision,
    }
    if revision != SCHEMA.revision:
        words = say("The cases here are of an older version; they are migrated when next opened.")
        return passed(name, words, **facts)
    health = examine(database, ImageStore(address.images))
    facts |= {"images": health.images, "missing": len(health.missing)}
    if not health.good:
        words = say("Something of the cases here is lost: `lentigo cases` says what.")
        return failed(name, words, **facts)
    words = counted(
        "The database of the cases here is whole, with its {count} image.",
        "The database of the cases here is whole, with its {count} images.",
        count=health.images,
    )
    return passed(name, words, **facts)
