"""Cases could not be kept, read or compared."""

from __future__ import annotations

from core.errors.base import LentigoError


class FollowUpError(LentigoError):
    """Two images of a lesion cannot be compared in the wanted way. Subclasses say why."""


class NotRegistrable(FollowUpError):
    """The one image cannot be laid onto the other."""


class AreaUncertain(FollowUpError):
    """The lesion's outline is too uncertain, or not all in the picture, to state an area."""


class ScaleUnknown(FollowUpError):
    """The size of a pixel is not known, or cannot be had from what was stated."""


class StoreError(LentigoError):
    """The store of cases could not be read or written. Subclasses say why."""


class StoreUnavailable(StoreError):
    """The database cannot be opened or reached."""


class StoreOnNetwork(StoreError):
    """SQLite was asked to lie on a network file system, where its locks do not hold."""


class StoreBusy(StoreError):
    """Another program holds the database for too long."""


class StoreReadOnly(StoreError):
    """The database or the image store may not be written."""


class StoreFull(StoreError):
    """There is no room left on the disk."""


class StoreDamaged(StoreError):
    """The database is no database, or contradicts itself; or an original is not what it was."""


class StoreTooNew(StoreError):
    """A newer Lentigo has changed the database in a way that this one does not know."""


class NotInStore(StoreError):
    """What was asked for is not there any more."""


class ChangedMeanwhile(StoreError):
    """Somebody else has changed the record since it was read; `value` is what it says now."""


class AlreadyInStore(StoreError):
    """There is one already with what must be unique."""


class TextUnusable(StoreError):
    """What was to be kept holds half a character, as some programs leave it on the clipboard."""


class FailedAfterwards(StoreError):
    """What was asked for is done; something that follows from it failed."""


class StoreNotEmpty(StoreError):
    """A backup was to be put back where there is something already."""


class BackupDamaged(StoreError):
    """A file is no backup, or is not whole."""


class AuditBroken(StoreError):
    """The audit trail is not as it was written."""


class StoreSealed(StoreError):
    """The cases are under a passphrase, and none was given."""


class WrongPassphrase(StoreSealed):
    """The passphrase is not the one."""


class PassphraseTooShort(StoreError):
    """A passphrase is too easily guessed."""


class KeyFileDamaged(StoreError):
    """The file with the wrapped key of the cases is not what was written."""


class AlreadySealed(StoreError):
    """The cases are under a passphrase already."""


class NotSealed(StoreError):
    """The cases are under no passphrase."""
