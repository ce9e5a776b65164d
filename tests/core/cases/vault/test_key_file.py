"""The passphrase opens the key, nothing else does, and damage is no wrong passphrase."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from core.cases.vault.key_file import KeyFile
from core.cases.vault.keys import Keys
from core.errors import KeyFileDamaged, PassphraseTooShort, WrongPassphrase
from tests.core.cases.vault.sealed_cases import PASSPHRASE


def test_only_the_passphrase_opens_it(tmp_path: Path) -> None:
    keys = Keys.random()
    path = tmp_path / "cases.key"
    KeyFile.wrap(keys, PASSPHRASE).write(path)
    read = KeyFile.read(path)
    assert read is not None
    assert read.unwrap(PASSPHRASE) == keys
    for wrong in ("", PASSPHRASE[:-1], PASSPHRASE.upper()):
        with pytest.raises(WrongPassphrase, match="not the passphrase"):
            read.unwrap(wrong)
    assert KeyFile.read(tmp_path / "none") is None


def test_every_keyboard_opens_it() -> None:
    keys = Keys.random()
    for form in ("NFC", "NFD"):
        wrapped = KeyFile.wrap(keys, unicodedata.normalize("NFC", PASSPHRASE))
        assert wrapped.unwrap(unicodedata.normalize(form, PASSPHRASE)) == keys


def test_nothing_of_the_key_or_the_passphrase_is_in_it() -> None:
    keys = Keys.random()
    content = KeyFile.wrap(keys, PASSPHRASE).content
    assert keys.data.hex().encode() not in content
    assert PASSPHRASE.encode() not in content
    assert keys.data.hex() not in repr(keys)
    assert repr(keys.data) not in repr(keys)
    assert KeyFile.wrap(keys, PASSPHRASE).wrapped != KeyFile.wrap(keys, PASSPHRASE).wrapped


def test_every_changed_byte_is_damage_and_no_wrong_passphrase(tmp_path: Path) -> None:
    content = KeyFile.wrap(Keys.random(), PASSPHRASE).content
    for place in range(len(content)):
        changed = bytearray(content)
        changed[place] ^= 1
        if changed.split() == content.split():
            continue
        with pytest.raises(KeyFileDamaged, match="is damaged"):
            KeyFile.parse(bytes(changed), where=tmp_path)
    for length in (0, 1, len(content) // 2, len(content) - 1):
        with pytest.raises(KeyFileDamaged, match="is damaged"):
            KeyFile.parse(content[:length], where=tmp_path)


def test_parameters_that_were_weakened_on_purpose_open_nothing() -> None:
    wrapped = KeyFile.wrap(Keys.random(), PASSPHRASE)
    weaker = wrapped.model_copy(update={"passes": wrapped.passes + 1})
    forged = weaker.model_copy(update={"sha256": weaker.checksum()})
    with pytest.raises(WrongPassphrase):
        KeyFile.parse(forged.content, where=Path("forged")).unwrap(PASSPHRASE)


def test_a_file_that_asks_for_all_memory_is_refused(tmp_path: Path) -> None:
    values = json.loads(KeyFile.wrap(Keys.random(), PASSPHRASE).content)
    with pytest.raises(KeyFileDamaged):
        KeyFile.parse(json.dumps(values | {"memory": 1 << 30}).encode(), where=tmp_path)


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(PassphraseTooShort, match="at least 8"):
        KeyFile.wrap(Keys.random(), "1234567")


def test_names_of_originals_take_the_key() -> None:
    one, other = Keys.random(), Keys.random()
    sha256 = "ab" * 32
    assert one.image_name(sha256) == one.image_name(sha256)
    assert len({one.image_name(sha256), other.image_name(sha256), sha256}) == 3
    assert len({one.database, one.file(b"a").hex(), one.file(b"b").hex(), one.data.hex()}) == 4
