"""A passphrase on the command line: typed or in a file, and asked for only where there is one."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from core.cases.address import CaseAddress
from core.cases.store import CaseStore
from core.cli import main
from core.commands import passphrase_options
from tests.core.cases.filled import fill
from tests.core.cases.vault.sealed_cases import OTHER, PASSPHRASE, WRONG, make_cheap


class Terminal(io.StringIO):
    """Somebody sits before it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is typed, in order."""
    answers: list[str] = []
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(passphrase_options, "getpass", lambda _prompt: answers.pop(0))
    return answers


@pytest.fixture
def practice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CaseAddress:
    make_cheap(monkeypatch)
    monkeypatch.delenv("LENTIGO_PASSPHRASE_FILE", raising=False)
    monkeypatch.setenv("LENTIGO_CASES", str(tmp_path / "here" / "c.sqlite3"))
    monkeypatch.setenv("LENTIGO_CASE_IMAGES", str(tmp_path / "here" / "images"))
    address = CaseAddress.default()
    store = CaseStore.open(address)
    fill(store, tmp_path)
    store.close()
    return address


def test_typed_all_the_way(
    practice: CaseAddress, typed: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed += [PASSPHRASE, WRONG]
    assert main(["cases", "encrypt"]) == 2
    assert "not the same; nothing was changed" in capsys.readouterr().err
    assert not practice.sealed
    typed += [PASSPHRASE, PASSPHRASE]
    assert main(["cases", "encrypt"]) == 0
    assert "encrypted. Keep the passphrase" in capsys.readouterr().out
    typed += [WRONG]
    assert main(["cases", "--deep"]) == 2
    assert capsys.readouterr().err == "This is not the passphrase of the cases.\n"
    backup, there = tmp_path / "b.zip", tmp_path / "there"
    elsewhere = ["--database", str(there / "c.sqlite3"), "--images", str(there / "i")]
    for command in (
        ["cases", "--deep"], ["backup", str(backup)], ["backup", str(backup), "--verify"],
        ["restore", str(backup), *elsewhere], ["cases", "--deep", *elsewhere], ["audit", "verify"],
        ["cases", "export", str(tmp_path / "t.csv")],
    ):  # fmt: skip
        typed += [PASSPHRASE]
        assert main(command) == 0, command
        assert typed == [], command
    typed += [PASSPHRASE, OTHER, OTHER]
    assert main(["cases", "passphrase"]) == 0
    typed += [OTHER]
    assert main(["cases", "decrypt"]) == 0
    assert not practice.sealed
    assert main(["cases", "--deep"]) == 0
    assert typed == []


def test_from_files(
    practice: CaseAddress, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(f"{PASSPHRASE}\r\nnot this\n", encoding="utf-8")
    new.write_text(OTHER, encoding="utf-8")
    assert main(["cases", "encrypt"]) == 2
    assert "--passphrase-file" in capsys.readouterr().err
    assert main(["cases", "encrypt", "--passphrase-file", str(tmp_path / "no")]) == 2
    assert main(["cases", "encrypt", "--passphrase-file", str(old)]) == 0
    assert main(["cases"]) == 2
    change = ["cases", "passphrase", "--passphrase-file", str(old)]
    assert main([*change, "--new-passphrase-file", str(new)]) == 0
    monkeypatch.setenv("LENTIGO_PASSPHRASE_FILE", str(new))
    assert main(["cases", "--deep"]) == 0
    assert main(["cases", "decrypt"]) == 0
    assert not practice.sealed
    assert PASSPHRASE not in "".join(capsys.readouterr())


@pytest.mark.usefixtures("practice")
def test_a_file_that_is_no_text_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "p").write_bytes(b"\xff\xfe\x00")
    assert main(["cases", "encrypt", "--passphrase-file", str(tmp_path / "p")]) == 2
    assert "is no text in UTF-8" in capsys.readouterr().err
