"""What was written is read again: whole, or while it is being written."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.batch.reading import read_table, result_of, write_table
from core.batch.results import ResultsFile
from core.batch.table import columns_of, row_of
from core.errors import UnreadableImage, UsageError
from core.model.classifier import Answer
from tests.core.report.answers import answer
from tests.core.tiny import tiny_card

CARD = tiny_card()
COLUMNS = columns_of(CARD)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "r.csv"
    broken = Answer(Path("b.jpg"), UnreadableImage("It is, well, damaged."), None)
    with ResultsFile(path, COLUMNS, sha256="ab", reading="") as results:
        for name, one in (("a.jpg", answer("a.jpg")), ("b.jpg", broken)):
            results.add(row_of(one, CARD, name=name, reading="", sha256="ab"))
    return path


def test_a_table_is_read_as_it_was_written(table: Path) -> None:
    found, broken = read_table(table).results
    assert (found.name, found.finding, found.error) == ("a.jpg", "mel", "")
    assert found.probability is not None
    assert found.malignant is not None
    assert found.probability <= found.malignant <= 1
    assert (broken.name, broken.error) == ("b.jpg", "It is, well, damaged.")
    assert broken.probability is None
    row = row_of(answer("a.jpg"), CARD, name="a.jpg", reading="", sha256="ab")
    assert result_of(row, COLUMNS) == found


def test_a_row_that_is_being_written_is_passed_over(table: Path) -> None:
    whole = table.read_bytes()
    table.write_bytes(whole[:-1])
    assert [one.name for one in read_table(table).results] == ["a.jpg"]


def test_some_rows_are_a_table_of_their_own(table: Path, tmp_path: Path) -> None:
    read = read_table(table)
    path = tmp_path / "some.csv"
    write_table(path, read.columns, read.results[::-1])
    assert read_table(path).results == read.results[::-1]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xd8\xff\n",
        b"file,finding\na,b\n",
        b"file,finding,label,malignant,error,model_sha256\na,b,c,many,e,f\n",
        b"file,finding,label,malignant,error,model_sha256\na,b\n",
        b"file,finding,label,malignant,error,model_sha256\na,b,c,,e,f,g\n",
        b'file,finding,label,malignant,error,model_sha256\n"a,b,c,,e,f\n',
    ],
)
def test_another_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.csv"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=r"other\.csv is no table of results"):
        read_table(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read: No such file"):
        read_table(tmp_path / "none.csv")
