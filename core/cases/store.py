"""The store of cases: what the window and the command line ask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from core.cases.address import CaseAddress
from core.cases.arrivals import record_of, require_same_bytes
from core.cases.audit.acts import Act, subject_of
from core.cases.audit.book import AuditBook
from core.cases.audit.trail import append
from core.cases.backup.archive import Manifest
from core.cases.backup.sealed import own_seal
from core.cases.backup.write import write_backup
from core.cases.commitment import Commitment
from core.cases.database import Database
from core.cases.draft_book import DraftBook
from core.cases.forms import Original
from core.cases.health import Health, examine, remove_strangers
from core.cases.image_store import ImageStore
from core.cases.kinds import IMAGES, repository_of
from core.cases.opening import opened, require_same_protection
from core.cases.outcomes import Judged, all_judged, commitment_of
from core.cases.patient_file import PatientFile, patient_named, read_file, visit_on
from core.cases.progress import Progress, nobody
from core.cases.records import Lesion, Patient, Record, StoredImage, Visit
from core.cases.removal import remove, sweep
from core.cases.revisions import lock_all
from core.cases.search import Found, LesionQuery, find_lesions, images_of
from core.cases.selection import SelectedRow, read_selection
from core.cases.shape import Shape
from core.file_names import readable
from core.image_source import ImageSource

if TYPE_CHECKING:
    from core.cases.vault.keys import Keys

R = TypeVar("R", bound=Record)


class CaseStore:
    """Cases that are open. Each method is one transaction, and may be called from any thread.

    Parameters
    ----------
    database : Database
        Open.
    images : ImageStore
        Where its originals lie.
    keys : Keys, optional
        Of cases under a passphrase.
    """

    def __init__(self, database: Database, images: ImageStore, *, keys: Keys | None = None) -> None:
        self._database = database
        self._keys = keys
        self.images = images
        self.audit = AuditBook(database)
        self.drafts = DraftBook(database)

    @classmethod
    def open(cls, address: CaseAddress, *, passphrase: str | None = None) -> Self:
        """Open the cases at an address, made if there are none, and finish what a kill cut off.

        Parameters
        ----------
        address : CaseAddress
            Where they lie.
        passphrase : str, optional
            Of cases that are under one.

        Raises
        ------
        StoreSealed
            If they are under a passphrase, and none was given; or `WrongPassphrase`.
        StoreError
            One of its other subclasses says why they cannot be opened.
        """
        database, images, keys = opened(address, passphrase)
        store = cls(database, images, keys=keys)
        try:
            store.images.clear_incoming()
            sweep(database, images)
        except BaseException:
            store.close()
            raise
        return store

    @property
    def address(self) -> CaseAddress:
        """Where the cases lie."""
        return self._database.address

    def close(self) -> None:
        """Close the database; everything is kept already."""
        self._database.close()

    def add(self, record: R) -> R:
        """Keep a new record; a `StoreError` says why it is not kept."""
        with self._database.writing() as connection:
            return repository_of(type(record)).add(connection, record)

    def add_all(self, records: Sequence[Record]) -> None:
        """Keep new records, all of them or none; what others refer to comes first."""
        with self._database.writing() as connection:
            for record in records:
                repository_of(type(record)).add(connection, record)

    def get(self, kind: type[R], record_id: str) -> R:
        """Read a record as it is now.

        Raises
        ------
        NotInStore
            If it has been deleted.
        """
        with self._database.reading() as connection:
            return repository_of(kind).get(connection, record_id)

    def save(self, record: R) -> R:
        """Keep a change: see `core.cases.repository.Repository.save`, also for what it raises."""
        with self._database.writing() as connection:
            return repository_of(type(record)).save(connection, record)

    def delete(self, record: Record) -> None:
        """Delete a record with all that belongs to it, originals included, for good."""
        with self._database.writing() as connection:
            remove(connection, record)
            append(
                connection,
                Act.DELETED,
                subject_of(repository_of(type(record)).table.name, record.id),
            )
        sweep(self._database, self.images)
        self._database.fold_journal()
        self._database.forget_former()

    def file_of(self, patient: Patient | str) -> PatientFile:
        """Read everything about a patient.

        Raises
        ------
        NotInStore
            If they have been deleted.
        """
        with self._database.reading() as connection:
            return read_file(connection, patient if isinstance(patient, str) else patient.id)

    def patient_named(self, pseudonym: str) -> Patient:
        """Read the patient of a pseudonym: see `core.cases.patient_file.patient_named`."""
        with self._database.reading() as connection:
            return patient_named(connection, pseudonym)

    def visit_on(self, patient: Patient, day: date) -> Visit:
        """Give a patient's visit on a day, made if there is none."""
        with self._database.writing() as connection:
            return visit_on(connection, patient.id, day)

    def bring_in(
        self,
        source: ImageSource,
        *,
        lesion: Lesion,
        visit: Visit,
        shape: Shape,
        sha256: str = "",
        name: str = "",
    ) -> StoredImage:
        """Copy an image into the store, unchanged, as one of a lesion on a visit.

        Parameters
        ----------
        source : Path, bytes or Held
            Its file, or its content; this is never written anywhere else.
        lesion, visit, shape
            What it shows, when it was taken and how large it is.
        sha256 : str, optional
            What its bytes were when it was analysed.
        name : str, optional
            What it is called; by default, the name of its file.

        Raises
        ------
        ImageError
            If it cannot be read.
        ImageChanged
            If its bytes are others by now.
        StoreError
            If it cannot be kept; then nothing of it is.
        """
        require_same_protection(self.address, self._keys)
        named = readable(name or (source.name if isinstance(source, Path) else ""))
        with self.images.arriving(source) as arrived, self._database.writing() as connection:
            require_same_bytes(arrived, source, sha256=sha256)
            lock_all(connection)
            image = record_of(arrived, lesion=lesion, visit=visit, shape=shape, name=named)
            IMAGES.add(connection, image)
            self.images.put(arrived)
        return image

    def original(self, image: StoredImage) -> Original:
        """Where the bytes of an image's original come from."""
        return self.images.original(image.sha256)

    def find(self, query: LesionQuery) -> Found:
        """Search lesions."""
        with self._database.reading() as connection:
            return find_lesions(connection, query)

    def images_of(self, checksums: Iterable[str]) -> list[str]:
        """Return the ids of the images whose bytes have one of these checksums."""
        with self._database.reading() as connection:
            return images_of(connection, checksums)

    def commitment_of(self, sha256: str) -> Commitment | None:
        """Read what was said about an image before its finding was shown."""
        with self._database.reading() as connection:
            return commitment_of(connection, sha256)

    def all_judged(self) -> tuple[Judged, ...]:
        """Read all that was said so, each with how it turned out."""
        with self._database.reading() as connection:
            return all_judged(connection)

    def selected(self, query: LesionQuery) -> list[SelectedRow]:
        """Read what a selection holds: see `core.cases.selection.read_selection`."""
        with self._database.reading() as connection:
            return read_selection(connection, query)

    def back_up(self, path: Path, *, progress: Progress = nobody) -> Manifest:
        """Write everything into one file: see `core.cases.backup.write.write_backup`."""
        self.audit.note(Act.BACKED_UP, "store")
        seal = own_seal(self.address, self._keys)
        return write_backup(self._database, self.images, path, seal=seal, progress=progress)

    def examine(self, *, deep: bool = False, progress: Progress = nobody) -> Health:
        """Compare database and disk: see `core.cases.health.examine`."""
        return examine(self._database, self.images, deep=deep, progress=progress)

    def tidy(self) -> int:
        """Remove originals that no image refers to, and say how many."""
        return remove_strangers(self._database, self.images)
