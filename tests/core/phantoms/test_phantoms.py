"""Phantoms are the same every time, look like lesions on skin, and say what they are."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.phantoms import EXAMPLES, MARKING, PhantomKind, draw_phantom, save_phantom
from core.phantoms.__main__ import main, write_examples

EXAMPLE_FOLDER = Path(__file__).parents[3] / "resources" / "examples"
SMALL = (180, 240)


def read(path: Path) -> NDArray[np.int16]:
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"), np.int16)


@pytest.mark.parametrize("kind", PhantomKind)
def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(kind: PhantomKind) -> None:
    first, again, other = (draw_phantom(kind, seed=seed, size=SMALL) for seed in (7, 7, 8))
    assert first.shape == (*SMALL, 3)
    assert first.dtype == np.uint8
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize("kind", PhantomKind)
def test_a_lesion_lies_on_skin(kind: PhantomKind) -> None:
    pixels = draw_phantom(kind, seed=EXAMPLES[kind]).astype(float)
    left = pixels[150:300, 20:90].reshape(-1, 3).mean(0)
    assert left[0] > left[1] > left[2] > 80, "skin is red above green above blue, and not dark"
    middle = pixels[125:325, 200:400].reshape(-1, 3).mean(0)
    assert np.abs(middle - left).max() > 12


def test_no_two_patterns_look_alike() -> None:
    pictures = [draw_phantom(kind, seed=1, size=SMALL) for kind in PhantomKind]
    assert len({hashlib.sha256(p.tobytes()).digest() for p in pictures}) == len(PhantomKind)


@pytest.mark.parametrize("size", [(160, 160), (160, 400), (500, 170)])
def test_the_marking_is_visible_at_any_size(size: tuple[int, int]) -> None:
    pixels = draw_phantom(PhantomKind.GLOBULAR, seed=1, size=size)
    assert pixels.shape == (*size, 3)
    strip = pixels[-12:, : size[1] // 2].astype(int).sum(2)
    assert (strip < 330).mean() > 0.5, "dark ground"
    assert (strip > 330).mean() > 0.04, "light letters"


@pytest.mark.parametrize("size", [(159, 600), (450, 10), (0, 0)])
def test_a_size_too_small_for_the_marking_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="at least 160"):
        draw_phantom(PhantomKind.GLOBULAR, seed=1, size=size)


def test_a_negative_seed_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        draw_phantom(PhantomKind.GLOBULAR, seed=-1, size=SMALL)


def test_the_metadata_say_what_it_is(tmp_path: Path) -> None:
    pixels = draw_phantom(PhantomKind.SCALE, seed=4, size=SMALL)
    for name in ("a.jpg", "a.png"):
        save_phantom(tmp_path / name, pixels, kind=PhantomKind.SCALE, seed=4)
    with Image.open(tmp_path / "a.jpg") as jpeg:
        said = [jpeg.getexif()[0x010E], jpeg.info["comment"].decode("ascii")]
    with Image.open(tmp_path / "a.png") as png:
        said.append(png.info["Description"])
    assert all(MARKING in text and "seed 4" in text for text in said)
    assert np.array_equal(read(tmp_path / "a.png"), pixels)


def test_another_format_is_refused(tmp_path: Path) -> None:
    pixels = np.zeros((*SMALL, 3), np.uint8)
    with pytest.raises(ValueError, match=r"a\.bmp"):
        save_phantom(tmp_path / "a.bmp", pixels, kind=PhantomKind.SCALE, seed=0)
    assert not list(tmp_path.iterdir())


def test_the_examples_in_the_repository_are_what_the_code_draws(tmp_path: Path) -> None:
    drawn = write_examples(tmp_path)
    assert [p.name for p in drawn] == [f"phantom-{kind}.jpg" for kind in PhantomKind]
    assert {p.name for p in drawn} == {p.name for p in EXAMPLE_FOLDER.glob("*.jpg")}
    for path in drawn:
        kept = EXAMPLE_FOLDER / path.name
        assert kept.stat().st_size < 120_000
        difference = np.abs(read(path) - read(kept))
        # Another FreeType or another rounding of exp may move a few pixels; nothing else may.
        assert difference.mean() < 0.5, path.name
        assert (difference > 12).mean() < 0.005, path.name


def test_the_command_writes_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["core.phantoms", str(tmp_path / "new" / "folder")])
    assert main() == 0
    paths = capsys.readouterr().out.splitlines()
    assert len(paths) == len(PhantomKind)
    assert all(Path(path).is_file() for path in paths)
