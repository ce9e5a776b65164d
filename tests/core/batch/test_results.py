"""A table of results is whole at any moment, and is only gone on with by the same work."""

from __future__ import annotations

import csv
import errno
import os
from pathlib import Path

import pytest

from core.batch import claim as claiming
from core.batch.results import ResultsFile
from core.batch.table import FILE, MODEL, READING, columns_of, row_of
from core.errors import OutputError, UnreadableImage, UsageError
from core.model.classifier import Answer
from tests.core.report.answers import answer
from tests.core.tiny import tiny_card

COLUMNS = (FILE, "text", READING, MODEL)


def opened(path: Path, *, sha256: str = "ab", reading: str = "usual") -> ResultsFile:
    return ResultsFile(path, COLUMNS, sha256=sha256, reading=reading)


def row(name: str, text: str = "") -> dict[str, str]:
    return {FILE: name, "text": text, READING: "usual", MODEL: "ab"}


def read(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_rows_are_there_when_the_file_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "new" / "r.csv"
    with opened(path) as results:
        assert results.done == frozenset()
        results.add(row("a.jpg", 'with "quotes", commas; ä'))
        assert len(read(path)) == 1  # at once, not at the end
    with opened(path) as results:
        assert results.done == {"a.jpg"}
        results.add(row("b.jpg", "two\nlines\r\nand three"))
    assert read(path) == [
        row("a.jpg", 'with "quotes", commas; ä'), row("b.jpg", "two lines and three")
    ]  # fmt: skip


def test_a_row_that_a_kill_cut_short_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    with opened(path) as results:
        results.add(row("a.jpg"))
        results.add(row("b.jpg", "text"))
    whole = path.read_bytes()
    first = whole.index(b"b.jpg")
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        with opened(path) as results:
            assert "b.jpg" not in results.done
            assert ("a.jpg" in results.done) is (length >= first)
            for name in ("a.jpg", "b.jpg"):
                if name not in results.done:
                    results.add(row(name, "text" if name == "b.jpg" else ""))
        assert path.read_bytes() == whole


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"file,other\n", "other columns"),
        (b"\x89PNG\r\n\x1a\n\xff\n", "no table of results"),
        (b'"file\n', "no table of results"),
        (b'{"one": "line"}', "no table of results"),
        (b"file,other\nlast line", "other columns"),
    ],
)
def test_another_file_is_refused_and_kept(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "r.csv"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=said):
        opened(path)
    assert path.read_bytes() == content


def test_results_of_two_kinds_are_never_mixed(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    with opened(path) as results:
        results.add(row("a.jpg"))
    with pytest.raises(UsageError, match="results of another model"):
        opened(path, sha256="cd")
    with pytest.raises(UsageError, match="another way of reading"):
        opened(path, reading="thorough")


def test_only_one_writes_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    with opened(path) as results:
        results.add(row("a.jpg"))
        with pytest.raises(UsageError, match="being written by another"):
            opened(path)
        results.add(row("b.jpg"))
        assert [one[FILE] for one in read(path)] == ["a.jpg", "b.jpg"]
    opened(path).close()


def test_a_file_system_without_claims_lets_everybody_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(_file: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(claiming, "_lock", unknown)
    opened(tmp_path / "r.csv").close()


def test_a_file_that_cannot_be_written_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        opened(tmp_path / "file" / "r.csv")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    results = opened(tmp_path / "r.csv")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        results.close()


def test_a_row_has_a_value_for_every_column_that_applies() -> None:
    card = tiny_card()
    found = row_of(answer("a.jpg"), card, name="a.jpg", reading="", sha256="ab")
    assert set(found) <= set(columns_of(card))
    assert found["finding"] == "mel"
    assert [found[f"probability_{code}"] for code in card.codes].count("0.050000") == 5
    broken = Answer(Path("b.jpg"), UnreadableImage("It is damaged."), None)
    found = row_of(broken, card, name="b.jpg", reading="", sha256="ab")
    assert (found["error_kind"], found["error"]) == ("UnreadableImage", "It is damaged.")
    assert "finding" not in found
