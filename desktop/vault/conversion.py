"""What the user has chosen about the protection of the cases, done outside the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import FailedAfterwards
from desktop.cases.desk import Reopening
from desktop.vault.protect_dialog import Protection, Wish

if TYPE_CHECKING:
    from core.cases.address import CaseAddress
    from core.cases.progress import Progress


def convert(address: CaseAddress, choice: Protection, *, progress: Progress) -> Reopening:
    """Do it, while nobody here has the cases open.

    Returns
    -------
    Reopening
        What opens them from now on, and what failed after it was done.

    Raises
    ------
    StoreError
        If it cannot be done; then they are as before.
    """
    passphrase = None if choice.wish is Wish.REMOVE else choice.new
    try:
        _do(address, choice, progress=progress)
    except FailedAfterwards as flaw:
        return Reopening(passphrase, flaw=flaw)
    return Reopening(passphrase)


def _do(address: CaseAddress, choice: Protection, *, progress: Progress) -> None:
    from core.cases.vault.conversion import change_passphrase, decrypt, encrypt

    match choice.wish:
        case Wish.PROTECT:
            encrypt(address, choice.new, progress=progress)
        case Wish.CHANGE:
            change_passphrase(address, choice.old, choice.new)
        case Wish.REMOVE:
            decrypt(address, choice.old, progress=progress)
