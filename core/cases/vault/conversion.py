"""Cases from plain to sealed and back, and from one passphrase to another."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select

from core.cases.address import CaseAddress, beside
from core.cases.audit.acts import Act
from core.cases.audit.book import AuditBook
from core.cases.database import Database
from core.cases.disk import named_writing, sync_folder
from core.cases.opening import image_store_of, keys_of
from core.cases.progress import Progress, nobody
from core.cases.revisions import lock_all
from core.cases.tables import IMAGES
from core.cases.turning import Turning, Way, settle, turning, used_key
from core.cases.vault.key_file import KeyFile
from core.cases.vault.keys import Keys
from core.cases.vault.originals import copy_originals
from core.cases.vault.owned import OwnedDatabase
from core.errors import AlreadySealed, NotSealed
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
    with turning(address, Way.SEALING) as begun:

        def decide() -> None:
            key_file.write(address.key_file)
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
    with turning(address, Way.UNSEALING) as begun:

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


def _note(address: CaseAddress, keys: Keys | None, act: Act) -> None:
    database = Database.open(address, keys=keys)
    try:
        AuditBook(database).note(act, "store")
    finally:
        database.close()


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
        database = Database.connect(address)
        try:
            with database.writing() as connection:
                lock_all(connection)
                used = connection.execute(select(IMAGES.c.sha256)).scalars()
                copy_originals(old, new, set(used), progress=progress)
                decide()
        finally:
            database.close()
        return
    with OwnedDatabase.owning(address, before) as owned:
        copy_originals(old, new, owned.originals(), progress=progress)
        owned.copy(beside(address.file, ".new"), after)
        decide()
