"""A batch that is given up while its table is being opened leaves none open."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.batch.job import BatchJob
from core.batch.results import ResultsFile
from core.model import Bundle
from core.trust.interpretation import Interpretation
from desktop.batch import beginning
from desktop.batch.beginning import Beginning
from desktop.batch.work import Reader, Work, begin
from tests.core.tiny import tiny_bundle


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    bundle: Bundle = tiny_bundle(tmp_path / "model")
    return Reader(bundle.card, bundle.sha256, Interpretation(), thorough=False)


@pytest.fixture
def job(tmp_path: Path) -> BatchJob:
    (tmp_path / "photos").mkdir()
    return BatchJob((tmp_path / "photos",), tmp_path / "table.csv")


def assert_closed(work: Work, job: BatchJob, reader: Reader) -> None:
    """Another may write the table, which is claimed for as long as it is open."""
    columns, reading = work.table.columns, work.writer.reading
    ResultsFile(job.table, columns, sha256=reader.sha256, reading=reading).close()


def test_what_is_wanted_is_opened(job: BatchJob, reader: Reader) -> None:
    one = Beginning(job, reader)
    work = one()
    assert work is not None
    assert one.give_up() is work  # whoever gives it up now closes it
    work.results.close()


def test_what_is_given_up_first_is_not_begun(job: BatchJob, reader: Reader) -> None:
    one = Beginning(job, reader)
    assert one.give_up() is None
    assert one() is None
    assert not job.table.exists()


def test_what_is_given_up_meanwhile_is_closed(
    job: BatchJob, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []

    def slowly(job: BatchJob, reader: Reader) -> Work:
        opened.append(begin(job, reader))
        assert one.give_up() is None
        return opened[0]

    monkeypatch.setattr(beginning, "begin", slowly)
    one = Beginning(job, reader)
    assert one() is None
    assert_closed(opened[0], job, reader)
