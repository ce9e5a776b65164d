from __future__ import annotations

import pytest

from desktop.lock.passphrase import hashed, matches


def test_only_the_passphrase_matches() -> None:
    kept = hashed("größer als 6")
    assert matches("größer als 6", kept)
    assert not matches("grösser als 6", kept)
    assert not matches("", kept)
    assert "größer" not in kept


def test_the_same_passphrase_is_kept_differently_each_time() -> None:
    assert hashed("passphrase") != hashed("passphrase")


@pytest.mark.parametrize("kept", ["", "scrypt", "scrypt:xx:yy", "plain:00:00", "scrypt::"])
def test_nothing_matches_what_is_odd(kept: str) -> None:
    assert not matches("passphrase", kept)
    assert not matches("", kept)
