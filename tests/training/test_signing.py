"""``python -m training keygen`` and ``sign``; no key of these tests outlives them."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from core.model import Bundle
from core.model.signature import SIGNATURE, Signature
from tests.core.tiny import tiny_bundle
from training.__main__ import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny_bundle(tmp_path / "model").folder


def sign(folder: Path, key: Path, *more: str) -> int:
    return main(["sign", str(folder), "--key", str(key), "--name", "Ward 3", *more])


def test_a_made_key_signs_and_says_its_public_half(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = tmp_path / "ward.pem"
    assert main(["keygen", str(key)]) == 0
    public = capsys.readouterr().err.strip()[-64:]
    assert sign(folder, key) == 0
    assert Bundle.load(folder).signature == Signature("Ward 3", public)
    assert public in capsys.readouterr().err
    assert "PRIVATE" not in (folder / SIGNATURE).read_text(encoding="utf-8")
    if os.name != "nt":
        assert key.stat().st_mode & 0o077 == 0
    assert main(["keygen", str(key)]) == 2  # a key is never written over


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl")
def test_a_key_of_openssl_under_a_passphrase(folder: Path, tmp_path: Path) -> None:
    key, secret = tmp_path / "key.pem", tmp_path / "secret.txt"
    secret.write_text("correct horse\n", encoding="utf-8")
    subprocess.run(
        ["openssl", "genpkey", "-algorithm", "ed25519", "-aes256", "-pass", f"file:{secret}",
         "-out", str(key)], check=True, capture_output=True,
    )  # fmt: skip
    assert sign(folder, key) == 2
    assert sign(folder, key, "--passphrase-file", str(secret)) == 0
    assert Bundle.load(folder).signature is not None


def test_what_is_no_key_leaves_the_former_signature(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = tmp_path / "ward.pem"
    main(["keygen", str(key)])
    sign(folder, key)
    before = Bundle.load(folder).signature
    wrong = tmp_path / "wrong.pem"
    wrong.write_text("no key", encoding="utf-8")
    capsys.readouterr()
    assert sign(folder, wrong) == 2
    assert sign(folder, tmp_path / "none.pem") == 2
    assert "is no key" in capsys.readouterr().err
    assert Bundle.load(folder).signature == before


def test_a_changed_bundle_can_be_signed_anew(folder: Path, tmp_path: Path) -> None:
    key = tmp_path / "ward.pem"
    main(["keygen", str(key)])
    sign(folder, key)
    signature = (folder / SIGNATURE).read_bytes()
    tiny_bundle(folder, version="2")
    (folder / SIGNATURE).write_bytes(signature)  # as a copy over an old folder leaves it
    assert sign(folder, key) == 0
    assert Bundle.load(folder).card.version == "2"


@pytest.mark.parametrize("name", [" ", "Ward\n3"])
def test_nobody_signs_without_a_name(folder: Path, tmp_path: Path, name: str) -> None:
    key = tmp_path / "ward.pem"
    main(["keygen", str(key)])
    assert main(["sign", str(folder), "--key", str(key), "--name", name]) == 2
    assert not (folder / SIGNATURE).exists()
