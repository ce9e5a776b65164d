"""What the user has chosen about the protection of the cases, done outside the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.vault.protect_dialog import Protection, Wish

if TYPE_CHECKING:
    from core.cases.address import CaseAddress
    from core.cases.progress import Progress


def convert(address: CaseAddress, choice: Protection, *, progress: Progress) -> str | None:
    """Do it, while nobody here has the cases open.

    Returns
    -------
    str or None
        The passphrase that opens them from now on.

    Raises
    ------
    StoreError
        If it cannot be done; then they are as before.
    """
    from core.cases.vault.conversion import change_passphrase, decrypt, encrypt

    match choice.wish:
        case Wish.PROTECT:
            encrypt(address, choice.new, progress=progress)
        case Wish.CHANGE:
            change_passphrase(address, choice.old, choice.new)
        case Wish.REMOVE:
            decrypt(address, choice.old, progress=progress)
            return None
    return choice.new
