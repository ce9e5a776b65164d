"""Opening a store, under a passphrase or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from core.cases.address import CaseAddress
from core.cases.database import Database
from core.cases.forms import SEALED
from core.cases.image_store import ImageStore
from core.cases.turning import settle
from core.errors import KeyFileDamaged, StoreBusy, StoreSealed
from core.language import marked, say

if TYPE_CHECKING:
    from core.cases.vault.keys import Keys

_MEANWHILE: Final = marked("The protection of the cases has just been changed: open them again.")


def opened(
    address: CaseAddress, passphrase: str | None
) -> tuple[Database, ImageStore, Keys | None]:
    """Open database and originals, and give the keys of cases under a passphrase.

    Raises
    ------
    StoreError
        As `core.cases.store.CaseStore.open`.
    """
    settle(address)
    keys = keys_of(address, passphrase)
    if keys is None:
        _require_plain(address)
    database = Database.open(address, keys=keys)
    # Whoever waited for a conversion to end holds what is no longer there.
    try:
        require_same_protection(address, keys)
    except StoreBusy:
        database.close()
        raise
    return database, image_store_of(address, keys), keys


def require_same_protection(address: CaseAddress, keys: Keys | None) -> None:
    """Check that nobody has put the cases under a passphrase since, or taken them out.

    Raises
    ------
    StoreBusy
        If somebody has: with a server, several programs have the cases open.
    """
    if address.sealed is not (keys is not None):
        raise StoreBusy(say(_MEANWHILE))


def keys_of(address: CaseAddress, passphrase: str | None) -> Keys | None:
    """Give the keys of cases under a passphrase; None for others.

    Raises
    ------
    StoreSealed, KeyFileDamaged
        If there is no passphrase, or it is wrong, or it opens nothing.
    """
    if not address.sealed:
        return None
    from core.cases.vault.key_file import KeyFile

    found = KeyFile.read(address.key_file)
    if found is None:
        return None
    if passphrase is None:
        raise StoreSealed(say("These cases are protected with a passphrase."), value=address.words)
    return found.unwrap(passphrase)


def image_store_of(address: CaseAddress, keys: Keys | None) -> ImageStore:
    """Give the store of originals, as they lie there."""
    if keys is None:
        return ImageStore(address.images)
    from core.cases.vault.sealed import Sealed

    return ImageStore(address.images, Sealed(keys))


def _require_plain(address: CaseAddress) -> None:
    """Refuse cases whose key is lost, instead of beginning new ones beside them.

    Raises
    ------
    KeyFileDamaged
        If there are sealed originals, and no key.
    """
    if (address.images / SEALED).exists():
        raise KeyFileDamaged(
            say(
                "The cases are encrypted, and their key is not in {path} any more: put the file "
                "back from a copy, or restore a backup elsewhere.",
                path=address.key_file,
            ),
            value=address.key_file,
        )
