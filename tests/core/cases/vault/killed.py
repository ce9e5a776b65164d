"""Somebody who encrypts and decrypts cases, until killed: ``… FOLDER``; says what was done."""

from __future__ import annotations

import sys
from pathlib import Path

from core.cases.address import CaseAddress
from core.cases.vault import key_file
from core.cases.vault.conversion import change_passphrase, decrypt, encrypt
from tests.core.cases.vault.sealed_cases import CHEAP, PASSPHRASE


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def work(address: CaseAddress) -> None:
    key_file.COST = CHEAP
    say("ready")
    while True:
        if not address.sealed:
            encrypt(address, PASSPHRASE)
            say("encrypted")
        change_passphrase(address, PASSPHRASE, PASSPHRASE)
        decrypt(address, PASSPHRASE)
        say("decrypted")


if __name__ == "__main__":
    work(CaseAddress.of("", folder=Path(sys.argv[1])))
