"""The store of cases: what the window and the command line ask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self, TypeVar

from core.cases import drafts
from core.cases.address import CaseAddress
from core.cases.audit.acts import Act, subject_of
from core.cases.audit.book import AuditBook
from core.cases.audit.trail import append
from core.cases.backup.archive import Manifest
from core.cases.backup.sealed import own_seal
from core.cases.backup.write import write_backup
from core.cases.commitment import Commitment
from core.cases.database import Database
from core.cases.forms import Original
from core.cases.health import Health, examine, remove_strangers
from core.cases.image_store import ImageStore
from core.cases.kinds import IMAGES, PATIENTS, VISITS, repository_of
from core.cases.opening import opened, require_same_protection
from core.cases.outcomes import Judged, all_judged, commitment_of
from core.cases.patient_file import PatientFile, read_file
from core.cases.progress import Progress, nobody
from core.cases.records import Lesion, Patient, Record, StoredImage, Visit
from core.cases.removal import originals_wait, remove, remove_originals
from core.cases.revisions import lock_all
from core.cases.search import Found, LesionQuery, find_lesions, images_of
from core.cases.selection import SelectedRow, read_selection
from core.cases.shape import Shape
from core.errors import ImageChanged, NotInStore
from core.image_source import ImageSource
from core.language import marked, say

if TYPE_CHECKING:
    from core.cases.vault.keys import Keys

_CHANGED: Final = marked(
    "The file has changed since it was analysed, so nothing was stored. Open it again, and "
    "store what you see then."
)

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
            store._sweep()
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
        """Keep a new record.

        Raises
        ------
        StoreError
            It is not kept; the error says why.
        """
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
        self._sweep()
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
        """Read the patient of a pseudonym, in capitals or not.

        Raises
        ------
        NotInStore
            If there is none.
        """
        with self._database.reading() as connection:
            wanted = PATIENTS.table.c.pseudonym == pseudonym.strip().upper()
            found = PATIENTS.find(connection, wanted)
        if not found:
            raise NotInStore(
                say("There is no patient {pseudonym}.", pseudonym=pseudonym), value=pseudonym
            )
        return found[0]

    def visit_on(self, patient: Patient, day: date) -> Visit:
        """Give a patient's visit on a day, made if there is none."""
        with self._database.writing() as connection:
            lock_all(connection)
            columns = VISITS.table.c
            found = VISITS.find(connection, columns.patient_id == patient.id, columns.day == day)
            new = Visit(patient_id=patient.id, day=day)
            return found[0] if found else VISITS.add(connection, new)

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
        with self.images.arriving(source) as arrived, self._database.writing() as connection:
            if sha256 and arrived.sha256 != sha256:
                raise ImageChanged(_CHANGED, value=source)
            lock_all(connection)
            image = StoredImage(
                lesion_id=lesion.id,
                visit_id=visit.id,
                sha256=arrived.sha256,
                name=name or (source.name if isinstance(source, Path) else ""),
                size=arrived.size,
                width=shape.width,
                height=shape.height,
                mm_per_pixel=shape.mm_per_pixel,
                scale_source=shape.scale_source,
            )
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

    def keep_draft(self, key: str, text: str) -> None:
        """Keep what somebody is writing."""
        with self._database.writing() as connection:
            drafts.keep_draft(connection, key, text)

    def draft(self, key: str) -> str | None:
        """Read what somebody was writing; None where there is nothing."""
        with self._database.reading() as connection:
            return drafts.draft(connection, key)

    def draft_keys(self) -> frozenset[str]:
        """Give the keys of all that somebody was writing."""
        with self._database.reading() as connection:
            return drafts.draft_keys(connection)

    def selected(self, query: LesionQuery) -> list[SelectedRow]:
        """Read what a selection holds: see `core.cases.selection.read_selection`."""
        with self._database.reading() as connection:
            return read_selection(connection, query)

    def drop_draft(self, key: str) -> None:
        """Forget it, since it is saved or given up."""
        with self._database.writing() as connection:
            drafts.drop_draft(connection, key)

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

    def _sweep(self) -> None:
        """Remove what is noted for removal; where there is nothing, nothing is written."""
        with self._database.reading() as connection:
            if not originals_wait(connection):
                return
        with self._database.writing() as connection:
            remove_originals(connection, self.images)
