"""Window and command line go on with each other's tables."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.batch.job import BatchJob
from core.batch.reading import read_table
from core.cli import main
from core.engine import EngineRequest, open_classifier
from core.errors import UsageError
from core.language import say
from core.model import Bundle, DeviceRequest
from core.trust.interpretation import Interpretation
from desktop.batch import work as batch_work
from desktop.batch.work import Reader, begin
from tests.core.tiny import tiny_bundle


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    return tiny_bundle(tmp_path_factory.mktemp("bundle") / "model")


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    generator = np.random.default_rng(4)
    for name in ("a.png", "b.png"):
        pixels = generator.integers(0, 256, (48, 64, 3), dtype=np.uint8)
        Image.fromarray(pixels).save(folder / name)
    return folder


def reader_of(model: Bundle, *, thorough: bool = False) -> Reader:
    return Reader(model.card, model.sha256, Interpretation(), thorough)


def test_both_write_the_same_rows_into_one_file(
    photos: Path, tmp_path: Path, model: Bundle
) -> None:
    table = tmp_path / "r.csv"
    job = BatchJob((photos,), table)
    work = begin(job, reader_of(model))
    assert [path.name for path in work.to_do] == ["a.png", "b.png"]
    classifier = open_classifier(model, device=DeviceRequest.CPU, engine=EngineRequest.ONNXRUNTIME)
    answers = list(classifier.analyse_many(work.to_do))
    shown = work.write(answers[0])
    work.results.close()
    words = ["batch", str(photos), "--out", str(table), "--model", str(model.folder)]
    assert main([*words, "--engine", "onnxruntime"]) == 0
    first, second = read_table(table).results
    assert (first, second.name) == (shown, "b.png")
    again = begin(job, reader_of(model))
    again.results.close()
    assert not again.to_do
    assert again.table.results == (first, second)
    alone = tmp_path / "alone.csv"
    assert main([*words[:3], str(alone), *words[4:], "--engine", "onnxruntime"]) == 0
    ours, theirs = first.line.split(","), read_table(alone).results[0].line.split(",")
    milliseconds = read_table(alone).columns.index("milliseconds")
    del ours[milliseconds], theirs[milliseconds]
    assert ours == theirs


def test_another_reading_is_refused(photos: Path, tmp_path: Path, model: Bundle) -> None:
    job = BatchJob((photos,), tmp_path / "r.csv")
    work = begin(job, reader_of(model))
    work.write(next(open_classifier(
        model, device=DeviceRequest.CPU, engine=EngineRequest.ONNXRUNTIME
    ).analyse_many(work.to_do)))  # fmt: skip
    work.results.close()
    with pytest.raises(UsageError, match="another way of reading"):
        begin(job, reader_of(model, thorough=True))


def test_a_case_mix_that_allows_nothing_is_said_in_the_row(
    photos: Path, tmp_path: Path, model: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(batch_work, "interpret", refuse)
    work = begin(BatchJob((photos,), tmp_path / "r.csv"), reader_of(model))
    classifier = open_classifier(model, device=DeviceRequest.CPU, engine=EngineRequest.ONNXRUNTIME)
    shown = work.write(next(classifier.analyse_many(work.to_do)))
    work.results.close()
    assert shown is not None
    assert shown.error == say("In the stated case mix, none of the model's classes is possible.")
