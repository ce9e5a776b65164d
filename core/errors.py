"""Every failure Lentigo can name.

One base, one class per cause. The message is the sentence the user reads: what happened, and what
to do. The class name is the `kind` that machines read, so renaming a class breaks callers.
"""

from __future__ import annotations

from core.language import again, in_english


class LentigoError(Exception):
    """Base of all errors that Lentigo raises on purpose.

    Parameters
    ----------
    message : str
        One clear sentence for the person in front of the screen, made by `core.language.say`.
    value : object, optional
        What was refused (a path, a number, a name), for logs and tests. It must be picklable,
        because errors cross from worker processes.
    """

    def __init__(self, message: str, *, value: object = None) -> None:
        super().__init__(message)
        self._message = message
        self.value = value

    def __str__(self) -> str:
        # What goes into logs and tracebacks is English, whatever the user speaks.
        return in_english(self._message)

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions pickle by positional arguments alone, which would lose the value.
        return (_rebuild, (type(self), self._message, self.value))

    @property
    def message(self) -> str:
        """The sentence, in the language in use."""
        return again(self._message)

    @property
    def kind(self) -> str:
        """The name by which machines know this error: the name of its class."""
        return type(self).__name__


def _rebuild(cls: type[LentigoError], message: str, value: object) -> LentigoError:
    return cls(message, value=value)


class ImageError(LentigoError):
    """An image could not be had. Subclasses say why."""


class FileMissing(ImageError):
    """There is nothing at this path."""


class NotAFile(ImageError):
    """The path is a directory, a device, a pipe or a socket."""


class AccessDenied(ImageError):
    """The operating system does not let us read the file."""


class UnsupportedFormat(ImageError):
    """The bytes are not a picture in a format that Lentigo reads."""


class UnreadableImage(ImageError):
    """The picture is damaged: its bytes contradict its format."""


class TruncatedImage(UnreadableImage):
    """The picture ends before it is complete."""


class ImageTooLarge(ImageError):
    """More bytes or pixels than Lentigo agrees to open."""


class DecoderCrashed(ImageError):
    """The decoder died on this file, or needed more memory than it may have."""


class DecoderTimeout(ImageError):
    """The decoder did not finish in time."""


class ImageChanged(ImageError):
    """The file is not what it was when it was analysed."""


class BundleError(LentigoError):
    """A model bundle could not be used. Subclasses say why."""


class BundleMissing(BundleError):
    """There is no bundle in this folder, or a file of it is absent."""


class BundleDamaged(BundleError):
    """A file of the bundle is not the one its checksums name, or contradicts its card."""


class BundleUnsupported(BundleError):
    """The bundle asks for something that this version of Lentigo cannot do."""


class DatasetError(LentigoError):
    """A data set is not laid out as its reader expects."""


class AtlasError(LentigoError):
    """An atlas could not be used or built. Subclasses say why."""


class AtlasMissing(AtlasError):
    """There is no atlas in this folder, or none that is finished."""


class AtlasDamaged(AtlasError):
    """A file of the atlas is not the one that was written."""


class AtlasUnsupported(AtlasError):
    """The atlas was written by a newer version of Lentigo."""


class AtlasOfOtherModel(AtlasError):
    """The embeddings of the atlas are another model's, so nothing can be compared with them."""


class AtlasWithoutModel(AtlasError):
    """The atlas holds no embeddings, so it cannot say what is similar."""


class AtlasBusy(AtlasError):
    """Another process is building in this folder."""


class PackageError(AtlasError):
    """A collection or a quiz could not be packed or brought in. Subclasses say why."""


class PackageDamaged(PackageError):
    """The file is no package, or not the one that was packed."""


class PackageUnsafe(PackageError):
    """The file holds what no package does: it may be meant to do harm."""


class PackageUnsupported(PackageError):
    """The package was made by a newer version of Lentigo."""


class InferenceError(LentigoError):
    """The network could not answer."""


class ExplanationError(LentigoError):
    """A finding could not be explained in the way that was asked for. Subclasses say why."""


class UnknownTarget(ExplanationError):
    """The model has no such class to explain, or a class was set against itself."""


class GradientsUnavailable(ExplanationError):
    """The method needs gradients, and nothing here computes them."""


class Cancelled(LentigoError):
    """The work was stopped because the user asked for it."""


class DeviceUnavailable(LentigoError):
    """The device that was asked for is not there or does not work."""


class EngineError(LentigoError):
    """The process that runs the network failed. Subclasses say how."""


class EngineCrashed(EngineError):
    """The engine died over this image, twice."""


class EngineTimeout(EngineError):
    """The engine did not finish this image in time, twice."""


class EngineUnavailable(EngineError):
    """The engine cannot be started, or does not stay alive."""


class OutputError(LentigoError):
    """A file could not be written."""


class UsageError(LentigoError):
    """What was asked for does not exist or contradicts itself."""


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


class FailedAfterwards(StoreError):
    """What was asked for is done; something that follows from it failed."""


class StoreNotEmpty(StoreError):
    """A backup was to be put back where there is something already."""


class BackupDamaged(StoreError):
    """A file is no backup, or is not whole."""


class ArchiveError(LentigoError):
    """Something about an archive of DICOM objects. Subclasses say what."""


class ArchiveAddressError(ArchiveError):
    """The address is none, or not a safe one."""


class ArchiveUnreachable(ArchiveError):
    """Nobody answers."""


class ArchiveDenied(ArchiveError):
    """The archive does not let us in."""


class ArchiveRejected(ArchiveError):
    """The archive does not take an object."""


class ArchiveAnswerError(ArchiveError):
    """The archive answers with an error, or not as DICOMweb does."""


class ArchiveBusy(ArchiveError):
    """The archive asks for patience, longer than we wait."""


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


class ClusterUnavailable(LentigoError):
    """Other machines cannot be reached, or failed."""


class BundleUntrusted(BundleError):
    """The policy of this computer wants a model signed, and it is not, or by somebody else."""


class PolicyBroken(LentigoError):
    """The policy of this computer cannot be read."""


class NotAllowed(LentigoError):
    """The policy of this computer switches it off."""
