"""What is kept in a folder of cases, and where."""

from __future__ import annotations

from pathlib import Path

from core.cases.address import CaseAddress
from core.cases.health import Health
from core.cases.search import LesionQuery
from core.cases.store import CaseStore

MARKS = (b"N\xc3\xb3 0", b"pixels 0", b"half a sent", b"photo-0", b"Lesion 1", b"CREATE TABLE")


def kept(address: CaseAddress, passphrase: str | None = None) -> tuple[list[object], Health]:
    """Everything but the audit trail, which notes conversions."""
    store = CaseStore.open(address, passphrase=passphrase)
    try:
        lines = store.find(LesionQuery()).lines
        files = sorted((store.file_of(line.patient_id) for line in lines), key=repr)
        return [files, store.drafts.kept(), store.all_judged()], store.examine(deep=True)
    finally:
        store.close()


def folder_of(address: CaseAddress) -> Path:
    return address.images.parent


def names(address: CaseAddress) -> set[str]:
    return {path.name for path in folder_of(address).rglob("*") if path.is_file()}
