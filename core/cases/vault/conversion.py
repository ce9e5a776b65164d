"""Cases from plain to sealed and back, and from one passphrase to another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import select

from core.cases.address import CaseAddress, beside
from core.cases.audit.acts import Act
from core.cases.audit.book import AuditBook
from core.cases.database import Database
from core.cases.disk import named_writing, sync_folder
from core.cases.image_store import ImageStore
from core.cases.opening import image_store_of, keys_of
from core.cases.progress import Progress, nobody
from core.cases.revisions import lock_all
from core.cases.tables import IMAGES
from core.cases.turning import Turning, Way, settle, turning, used_key
from core.cases.vault.key_file import KeyFile
from core.cases.vault.keys import Keys
from core.cases.vault.originals import copy_originals
from core.cases.vault.owned import OwnedDatabase
from core.errors import AlreadySealed, FailedAfterwards, NotSealed, StoreBusy, StoreError
from core.language import say


def encrypt(address: CaseAddress, passphrase: str, *, progress: Progress = nobody) -> None:
    """Put cases under a passphrase. Nobody else may have them open.

    Parameters
    ----------
    address : CaseAddress
        Where they lie.
    passphrase : str
        To be asked for from now on.
    progress : callable, optional
        Called with how many originals are done, and how many there are.

    Raises
    ------
    AlreadySealed
        If they are under one.
    PassphraseTooShort
        If it is.
    StoreBusy
        If somebody has them open.
    FailedAfterwards
        If it is done, and what follows from it failed.
    StoreError
        If it cannot be done; then they are as before.
    """
    settle(address)
    keys = Keys.random()
    seal(address, keys, KeyFile.wrap(keys, passphrase), progress=progress)
    _note(address, keys, Act.ENCRYPTED)


def seal(
    address: CaseAddress, keys: Keys, key_file: KeyFile, *, progress: Progress = nobody
) -> None:
    """Put cases under a key; all else is as for `encrypt`."""
    if address.sealed:
        raise AlreadySealed(say("These cases are protected with a passphrase already."))
    Database.open(address).close()
    with _done_once_decided(address, Way.SEALING), turning(address, Way.SEALING) as begun:

        def decide() -> None:
            key_file.write(address.key_file)
            with named_writing(address.key_file.parent):
                sync_folder(address.key_file.parent)

        _turn(begun, before=None, after=keys, decide=decide, progress=progress)


def decrypt(address: CaseAddress, passphrase: str, *, progress: Progress = nobody) -> None:
    """Take cases out from under their passphrase; parameters and errors are like `encrypt`'s.

    Raises
    ------
    NotSealed
        If they are under none.
    WrongPassphrase
        If it is not theirs.
    """
    settle(address)
    keys = _keys(address, passphrase)
    Database.open(address, keys=keys).close()
    with _done_once_decided(address, Way.UNSEALING), turning(address, Way.UNSEALING) as begun:

        def decide() -> None:
            with named_writing(address.key_file.parent):
                address.key_file.replace(used_key(address))
                sync_folder(address.key_file.parent)

        _turn(begun, before=keys, after=None, decide=decide, progress=progress)
    _note(address, None, Act.DECRYPTED)


def change_passphrase(address: CaseAddress, old: str, new: str) -> None:
    """Ask for another passphrase from now on; nothing but the key file is written anew.

    Raises
    ------
    NotSealed
        If they are under none.
    WrongPassphrase
        If the old one is not theirs.
    PassphraseTooShort
        If the new one is.
    """
    settle(address)
    keys = _keys(address, old)
    KeyFile.wrap(keys, new).write(address.key_file)
    _note(address, keys, Act.REKEYED)


def _keys(address: CaseAddress, passphrase: str) -> Keys:
    keys = keys_of(address, passphrase)
    if keys is None:
        raise NotSealed(say("These cases are not protected with a passphrase."))
    return keys


@contextmanager
def _done_once_decided(address: CaseAddress, way: Way) -> Iterator[None]:
    """Tell whoever asked for it that it is done, whatever fails after that was decided."""
    try:
        yield
    except StoreError as error:
        # Whoever is not let in, by somebody else's conversion, has decided nothing.
        if isinstance(error, StoreBusy) or address.sealed is not (way is Way.SEALING):
            raise
        raise FailedAfterwards(
            say(
                "The protection of the cases is changed, but something failed afterwards: {reason}",
                reason=error.message,
            ),
            value=address.words,
        ) from error


def _note(address: CaseAddress, keys: Keys | None, act: Act) -> None:
    try:
        database = Database.open(address, keys=keys)
        try:
            AuditBook(database).note(act, "store")
        finally:
            database.close()
    except StoreError as error:
        raise FailedAfterwards(
            say(
                "The protection of the cases is changed, but the audit trail could not note it: "
                "{reason}",
                reason=error.message,
            ),
            value=address.words,
        ) from error


def _turn(
    begun: Turning,
    *,
    before: Keys | None,
    after: Keys | None,
    decide: Callable[[], None],
    progress: Progress,
) -> None:
    """Write everything in its new form, read it back, and decide; nobody else is let in."""
    address = begun.address
    old, new = image_store_of(address, before), image_store_of(address, after)
    if address.file is None:
        _turn_beside_server(begun, old, new, decide=decide, progress=progress)
        return
    with OwnedDatabase.owning(address, before) as owned:
        old.clear_incoming()  # plain bytes, it may be, of a program that was killed
        copy_originals(old, new, owned.originals(), progress=progress)
        owned.copy(beside(address.file, ".new"), after)
        decide()


def _turn_beside_server(
    begun: Turning,
    old: ImageStore,
    new: ImageStore,
    *,
    decide: Callable[[], None],
    progress: Progress,
) -> None:
    database, decided = Database.connect(begun.address), False
    try:
        with database.writing() as connection:
            lock_all(connection)
            old.clear_incoming()
            used = connection.execute(select(IMAGES.c.sha256)).scalars()
            copy_originals(old, new, set(used), progress=progress)
            decide()
            decided = True
    except StoreError:
        # The transaction held locks and wrote nothing: once that is decided, its end may fail.
        if not decided:
            raise
    finally:
        database.close()
