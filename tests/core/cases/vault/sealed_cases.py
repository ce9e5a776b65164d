"""Cases under a passphrase that costs next to nothing to try, so that tests need not wait."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from core.cases import opening
from core.cases.address import CaseAddress
from core.cases.vault import key_file
from core.cases.vault.key_file import Cost, KeyFile
from core.cases.vault.keys import Keys

PASSPHRASE: Final = "correct horse ñandú"
OTHER: Final = "battery staple"
WRONG: Final = "wrong horse"
CHEAP: Final = Cost(memory=8, passes=1, lanes=1)


def make_cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let key files that are made from now on cost nothing."""
    monkeypatch.setattr(key_file, "COST", CHEAP)


def seal_new(address: CaseAddress, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have new cases begin under a passphrase, which whoever opens them is taken to have typed."""
    make_cheap(monkeypatch)
    KeyFile.wrap(Keys.random(), PASSPHRASE).write(address.key_file)
    keys_of = opening.keys_of
    monkeypatch.setattr(
        opening, "keys_of", lambda where, typed: keys_of(where, typed or PASSPHRASE)
    )


def all_bytes(folder: Path) -> bytes:
    """Everything that lies in a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return b"\0".join(path.read_bytes() for path in files)
