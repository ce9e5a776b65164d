"""Cases on the command line: looked after, backed up, put back."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.cases.address import CaseAddress
from core.cases.search import LesionQuery
from core.cases.store import CaseStore
from core.cli import main
from tests.core.cases.filled import fill


@pytest.fixture
def practice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CaseAddress:
    monkeypatch.setenv("LENTIGO_CASES", str(tmp_path / "here" / "c.sqlite3"))
    monkeypatch.setenv("LENTIGO_CASE_IMAGES", str(tmp_path / "here" / "images"))
    address = CaseAddress.default()
    store = CaseStore.open(address)
    fill(store, tmp_path)
    store.close()
    return address


@pytest.mark.usefixtures("practice")
def test_a_backup_is_written_verified_and_put_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "b.zip"
    assert main(["backup", str(file)]) == 0
    assert "2 patients, 2 lesions, 2 images, verified" in capsys.readouterr().out
    assert main(["backup", str(file), "--verify"]) == 0
    there = ["--database", str(tmp_path / "there" / "c.sqlite3"), "--images", str(tmp_path / "i")]
    assert main(["restore", str(file), *there]) == 0
    capsys.readouterr()
    assert main(["cases", "--deep", *there]) == 0
    told = capsys.readouterr().out
    assert "2 lesions, 2 images\nall is whole\n" in told
    assert str(tmp_path / "i") in told
    assert main(["restore", str(file)]) == 2
    assert "There are cases in" in capsys.readouterr().err


def test_what_is_lost_is_told_and_counts(
    practice: CaseAddress, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = CaseStore.open(practice)
    line = store.find(LesionQuery()).lines[0]
    (image,) = store.file_of(line.patient_id).images
    store.images.path(image.sha256).unlink()
    store.close()
    assert main(["cases", "--tidy"]) == 1
    told = capsys.readouterr().out
    assert f"not in the image store any more: {image.sha256}" in told
    assert "all is whole" not in told
    assert main(["backup", str(tmp_path / "b.zip")]) == 1
    assert "1 originals are not in the image store" in capsys.readouterr().err


@pytest.mark.usefixtures("practice")
def test_a_file_that_is_no_backup_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "b.zip").write_bytes(b"nothing")
    assert main(["restore", str(tmp_path / "b.zip")]) == 2
    assert main(["backup", str(tmp_path / "no.zip"), "--verify"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 2
