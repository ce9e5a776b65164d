"""The comparison of ways to feed a network compares like with like."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from benchmarks import loading
from benchmarks.__main__ import main


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> loading.Files:
    return loading.generate(tmp_path_factory.mktemp("loading") / "files", images=40)


def test_files_are_images_of_the_stated_size_in_class_folders(files: loading.Files) -> None:
    contents = set()
    for sample in files.samples:
        with Image.open(sample.path) as image:
            assert (image.size, image.format) == ((600, 450), "JPEG")
        assert sample.path.parent.name == sample.code
        contents.add(sample.path.read_bytes())
    assert len(contents) == 40


def test_all_ways_feed_the_same_amount(files: loading.Files, tmp_path: Path) -> None:
    ours = loading.batches(files, tmp_path)
    shapes = {(pixels.shape, labels.shape) for pixels, labels in (ours[0],)}
    for source in (loading.keras_folder(files), loading.cached_folder(files)):
        given = list(source)
        assert len(given) == len(ours) == 1
        shapes |= {(tuple(pixels.shape), tuple(labels.shape)) for pixels, labels in given}
    assert shapes == {((loading.BATCH, *loading.SIZE, 3), (loading.BATCH,))}


def test_all_ways_show_the_same_pictures(files: loading.Files, tmp_path: Path) -> None:
    ours, _ = loading.batches(files, tmp_path)[0]
    theirs, _ = next(iter(loading.keras_folder(files)))
    assert ours.mean() == pytest.approx(float(np.asarray(theirs).mean()), rel=0.05)


def test_a_first_epoch_decodes_anew_and_a_following_one_does_not(
    files: loading.Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError

    scratch = tmp_path / "scratch"
    following = loading.following(files, scratch)[loading.OURS]
    first = loading.first(files, scratch)[loading.OURS]
    monkeypatch.setattr("training.pixels.ImageReader", forbidden)
    following()
    with pytest.raises(AssertionError):
        first()


def test_the_command_prints_ratios_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["loading", "--images", "32", "--rounds", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    ours = [line for line in lines if line.startswith(loading.OURS)]
    assert len(ours) == 4
    assert all(line.removeprefix(loading.OURS).split()[0] == "1.000" for line in ours)
    assert sum(line.startswith(loading.ALONE) for line in lines) == 1
