"""Reading through worker processes, one image or many."""

from __future__ import annotations

import itertools
import multiprocessing
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.errors import (
    FileMissing,
    ImageError,
    NotAFile,
    TruncatedImage,
    UnreadableImage,
    UnsupportedFormat,
)
from core.images import ImageReader, Limits, Picture, close_shared_reader, decode, read_image
from core.language import Language, use
from tests.core.images.samples import encode, every_format, far, gradient
from tests.platforms import needs_devices


@pytest.fixture(scope="module")
def reader() -> Iterator[ImageReader]:
    with ImageReader(workers=2) as shared:
        list(shared.read_many([every_format()["png"]] * 4))  # both are running from here on
        yield shared


@pytest.mark.parametrize("name", ["jpeg", "png-16", "heic", "dicom-jpeg-lossless", "gif"])
def test_a_worker_answers_like_decode(reader: ImageReader, name: str, tmp_path: Path) -> None:
    data = every_format()[name]
    path = tmp_path / "renamed.txt"
    path.write_bytes(data)
    here = decode(data, max_side=40)
    for source in (data, path):
        there = reader.read(source, max_side=40)
        assert there.record == here.record
        assert far(there.pixels, here.pixels) == 0
        assert there.pixels.flags.writeable


def test_errors_arrive_as_themselves(reader: ImageReader, tmp_path: Path) -> None:
    data = every_format()["png"]
    expected: dict[Path | bytes, type[ImageError]] = {
        tmp_path / "none.png": FileMissing,
        tmp_path: NotAFile,
        b"text": UnsupportedFormat,
        data[:100]: TruncatedImage,
    }
    for source, error in expected.items():
        with pytest.raises(error):
            reader.read(source)
    assert far(reader.read(data).pixels, gradient()) == 0


def test_relative_paths_follow_the_current_folder(
    reader: ImageReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.png").write_bytes(every_format()["png"])
    monkeypatch.chdir(tmp_path)
    assert reader.read(Path("a.png")).record.width == 64


@needs_devices
def test_devices_do_not_hang_a_worker(reader: ImageReader) -> None:
    with pytest.raises(NotAFile):
        reader.read(Path("/dev/zero"))


def test_many_come_in_order_with_their_sources(reader: ImageReader) -> None:
    sources = [encode(gradient(8, 8 + n), "PNG") if n % 3 else b"no picture" for n in range(40)]
    readings = list(reader.read_many(sources))
    assert [reading.source for reading in readings] == sources
    for n, reading in enumerate(readings):
        if n % 3:
            assert isinstance(reading.outcome, Picture)
            assert reading.outcome.pixels.shape == (8, 8 + n, 3)
        else:
            assert isinstance(reading.outcome, ImageError)


def _brightest(picture: Picture) -> tuple[int, str]:
    return int(picture.pixels.max()), multiprocessing.current_process().name


def _fails(_: Picture) -> None:
    raise ZeroDivisionError


def test_work_is_done_where_the_picture_is_decoded(reader: ImageReader, tmp_path: Path) -> None:
    sources = [encode(np.full((8, 8, 3), n, np.uint8), "PNG") if n % 3 else b"" for n in range(9)]
    made = list(reader.work_many(sources, _brightest, max_side=4))
    assert [one.source for one in made] == sources
    assert [one.outcome for one in made if one.source] == [
        (n, "lentigo-decoder") for n in range(9) if n % 3
    ]
    assert all(isinstance(one.outcome, ImageError) for one in made if not one.source)
    path = tmp_path / "one.png"
    path.write_bytes(sources[1])
    assert reader.work(path, _brightest) == (1, "lentigo-decoder")


def test_work_that_fails_is_an_error_of_its_picture(reader: ImageReader) -> None:
    with pytest.raises(UnreadableImage, match="fault of its own"):
        reader.work(every_format()["png"], _fails)
    assert reader.read(every_format()["png"]).record.width == 64


def test_sources_are_taken_a_few_ahead_only(reader: ImageReader) -> None:
    taken = itertools.count()
    sources = (every_format()["png"] for _ in iter(lambda: next(taken), None))
    readings = reader.read_many(sources)
    for _ in range(5):
        next(readings)
    assert next(taken) <= 5 + 2 * 2


def test_nothing_is_left_running() -> None:
    before = set(multiprocessing.active_children())
    with ImageReader(workers=2) as reader:
        list(reader.read_many([every_format()["png"]] * 4))
        assert len(reader.worker_pids) == 2
    assert set(multiprocessing.active_children()) == before
    reader.close()
    with pytest.raises(RuntimeError, match="closed"):
        reader.read(b"")
    with pytest.raises(RuntimeError, match="closed"):
        next(reader.read_many([b""]))


def test_one_caller_needs_one_worker() -> None:
    with ImageReader(workers=2) as reader:
        assert reader.worker_pids == ()
        for _ in range(3):
            reader.read(every_format()["png"])
        assert len(reader.worker_pids) == 1


def test_the_shared_reader_starts_anew_after_closing() -> None:
    for _ in range(2):
        assert np.array_equal(read_image(every_format()["png"]).pixels, gradient())
        close_shared_reader()


def test_limits_hold_in_the_worker() -> None:
    with ImageReader(limits=Limits(max_pixels=100), workers=1) as reader:
        with pytest.raises(ImageError, match="64 x 48"):
            reader.read(every_format()["png"])
        with pytest.raises(ValueError, match="positive"):
            reader.read(every_format()["png"], max_side=0)


def test_importing_is_light(root: Path) -> None:
    heavy = "{'pydicom', 'gdcm', 'pi_heif', 'openjpeg', 'tensorflow', 'PySide6', 'matplotlib'}"
    program = f"import sys, core.images; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_errors_of_a_worker_speak_the_language_of_who_reads_them(
    reader: ImageReader, tmp_path: Path
) -> None:
    path = tmp_path / "words.jpg"
    path.write_text("no picture")
    with pytest.raises(UnsupportedFormat) as caught:  # said by a process that speaks English
        reader.read(path)
    use(Language.INDONESIAN)
    assert caught.value.message.startswith("Ini bukan gambar yang dapat dibaca Lentigo: JPEG")
    assert str(caught.value).startswith("This is not a picture")
