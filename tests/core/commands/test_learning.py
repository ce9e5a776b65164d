"""``lentigo quiz`` and ``lentigo learning`` as their users meet them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from core import cli
from core.learning.store.address import VARIABLE
from core.report.drawn_pages import DrawnPages
from tests.core.learning.small_atlas import ROWS, write_atlas

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "learning.sqlite3"))

    def call(*arguments: object, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        status = cli.main([str(argument) for argument in arguments])
        return status, *capsys.readouterr()

    return call


@pytest.fixture
def atlas(tmp_path: Path) -> Path:
    return write_atlas(tmp_path / "atlas").folder


def test_a_quiz_tells_after_each_answer(run: Run, atlas: Path) -> None:
    status, said, _ = run(
        "quiz", "Ayu", "--atlas", atlas, "-n", 3, "--seed", 1, typed="2\n4\nx\n3\n5\n1\n9\n1\n"
    )
    assert status == 0
    assert said.count("confirmed by histopathology") == 3
    assert "of 3 right." in said
    assert "images/" not in said  # folders are named by diagnoses
    assert "question-1.png" in said


def test_a_quiz_that_is_left_keeps_its_answers(run: Run, atlas: Path) -> None:
    run("quiz", "Ayu", "--atlas", atlas, "-n", 3, typed="2\n4\n")
    assert run("learning", "profiles") == (0, "Ayu: 1 answer\n", "")


def test_a_quiz_that_was_left_is_gone_on_with(run: Run, atlas: Path) -> None:
    run("quiz", "Ayu", "--atlas", atlas, "-n", 3, typed="2\n4\n")
    status, said, _ = run("quiz", "Ayu", "--atlas", atlas, "--resume", typed="2\n4\n3\n5\n")
    assert status == 0
    assert "\n2/3 " in said
    assert "\n1/3 " not in said
    assert "of 3 right." in said
    status, said, error = run("quiz", "Ayu", "--atlas", atlas, "--resume")
    assert (status, said, error) == (2, "", "“Ayu” has left no quiz about this atlas.\n")


def test_a_quiz_about_another_atlas_of_the_same_name_is_not_gone_on_with(
    run: Run, atlas: Path, tmp_path: Path
) -> None:
    run("quiz", "Ayu", "--atlas", atlas, "-n", 3, typed="2\n4\n")
    other = write_atlas(tmp_path / "other", ROWS, pictures_from=100).folder
    status, said, error = run("quiz", "Ayu", "--atlas", other, "--resume")
    assert (status, said, error) == (2, "", "“Ayu” has left no quiz about this atlas.\n")


def test_who_has_no_profile_has_left_no_quiz(run: Run, atlas: Path) -> None:
    status, _, error = run("quiz", "Nobody", "--atlas", atlas, "--resume")
    assert (status, error) == (2, "There is no profile “Nobody”.\n")
    assert run("learning", "profiles")[1].count("Nobody") == 0


@pytest.mark.parametrize("options", [("--choices", 1), ("--seconds", -1)])
def test_a_quiz_that_cannot_be_is_one_sentence(
    run: Run, atlas: Path, options: tuple[str, int]
) -> None:
    status, said, error = run("quiz", "Ayu", "--atlas", atlas, *options)
    assert (status, said) == (2, "")
    assert error.startswith("A quiz offers 2 to 50 diagnoses")


def test_progress_is_told_and_written(run: Run, atlas: Path, tmp_path: Path) -> None:
    run("quiz", "Ayu", "--atlas", atlas, "-n", 18, typed="2\n4\n" * 18)
    pdf, table = tmp_path / "progress.pdf", tmp_path / "answers.csv"
    status, said, _ = run("learning", "progress", "Ayu", "--pdf", pdf, "--csv", table)
    assert status == 0
    assert "Right at first sight" in said
    assert "6 of 18 (16 to 56 %)" in said
    assert "Melanoma and melanocytic nevus" in said
    assert "Too few answers" in said
    rows = list(csv.DictReader(table.read_text().splitlines()))
    assert len(rows) == 18
    assert {one["right"] for one in rows if one["diagnosis"] == "mel"} == {"true"}
    assert {one["first_meeting"] for one in rows} == {"true"}
    with DrawnPages(pdf.read_bytes()) as pages:
        words = " ".join(pages.text(page) for page in range(len(pages)))
    assert "Learning progress: Ayu" in words
    assert "6 of 18" in words
    assert "not a medical device" in words


def test_a_profile_that_is_not_there_is_one_sentence(run: Run) -> None:
    status, said, error = run("learning", "progress", "Nobody")
    assert (status, said, error) == (2, "", "There is no profile “Nobody”.\n")


def test_nothing_answered_yet_is_no_error(run: Run, atlas: Path, tmp_path: Path) -> None:
    run("quiz", "Ayu", "--atlas", atlas, typed="")
    status, said, _ = run("learning", "progress", "Ayu", "--pdf", tmp_path / "p.pdf")
    assert status == 0
    assert "Answers" in said
    assert (tmp_path / "p.pdf").read_bytes().startswith(b"%PDF")


def test_a_backup_is_written_and_put_back(run: Run, atlas: Path, tmp_path: Path) -> None:
    backup = tmp_path / "backup.sqlite3"
    run("quiz", "Ayu", "--atlas", atlas, "-n", 3, typed="2\n4\n")
    assert run("learning", "backup", backup) == (0, f"{backup}: 1 profile, 1 answer\n", "")
    run("quiz", "Made", "--atlas", atlas, "-n", 3, typed="2\n4\n")
    status, said, error = run("learning", "restore", backup)
    assert (status, said) == (2, "")
    assert "would be replaced" in error
    status, said, _ = run("learning", "restore", backup, "--replace")
    assert status == 0
    assert "What was there before lies in" in said
    assert said.endswith("Ayu: 1 answer\n")
    assert "Made" not in said


def test_a_part_of_the_answers_is_told(run: Run, atlas: Path, tmp_path: Path) -> None:
    run("quiz", "Ayu", "--atlas", atlas, "-n", 3, typed="2\n4\n" * 3)
    table = tmp_path / "answers.csv"
    _, said, _ = run("learning", "progress", "Ayu", "--since", "2100-01-01", "--csv", table)
    assert "Answers               0" in said
    assert len(table.read_text().splitlines()) == 1
    _, said, _ = run("learning", "progress", "Ayu", "--atlas", "Another")
    assert "Answers               0" in said
