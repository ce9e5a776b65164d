"""The command measures limits on any data set, and says what it did."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.phantoms import PhantomKind, draw_phantom
from core.trust.quality import LIMITS, MEASURED, QualityCode
from training.__main__ import main
from training.quality.masks import Truth

SIZE = (180, 240)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Eight phantoms of two classes, with masks as the ISIC archive names them."""
    monkeypatch.setenv("LENTIGO_RUNS", str(tmp_path / "runs"))
    monkeypatch.setattr("sys.argv", ["training", "quality"])
    masks = tmp_path / "set" / "masks"
    masks.mkdir(parents=True)
    rows = ["image_id,dx,lesion_id,dx_type,split"]
    (tmp_path / "set" / "images").mkdir()
    for number in range(8):
        kind = (PhantomKind.GLOBULAR, PhantomKind.LACUNAE)[number % 2]
        name = f"phantom_{number}"
        image = Image.fromarray(draw_phantom(kind, seed=number, size=SIZE))
        image.save(tmp_path / "set" / "images" / f"{name}.jpg", quality=95)
        Image.fromarray(_mask(cut=number == 0)).save(masks / f"{name}_segmentation.png")
        rows.append(f"{name},{('nv', 'vasc')[number % 2]},L{number},histo,ham10000")
    (tmp_path / "set" / "metadata.csv").write_text("\n".join(rows))
    return tmp_path / "set"


def _mask(*, cut: bool) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    mask = np.zeros(SIZE, np.uint8)
    mask[50:130, 0 if cut else 70 : 170] = 255
    return mask


def test_limits_are_measured_and_reported(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["quality", str(data), "--out", str(out), "--spoiled", "3"]) == 0
    printed = capsys.readouterr().out
    assert "8 images; at least one finding in" in printed
    found = json.loads((out / "quality.json").read_text())
    assert found["images"] == found["outline"]["masks"] == 8
    assert list(found["findings"]) == [str(code) for code in MEASURED]
    blurred, cut = found["findings"]["blurred"], found["findings"]["lesion_cut_off"]
    assert blurred["limit"] == LIMITS[QualityCode.BLURRED].value
    assert blurred["flagged"] == 0
    assert blurred["found_spoiled"]["blur, 4 / 256 of the width"] == 1
    assert blurred["found_by_mask"] is None
    assert cut["ordinary"] == 7
    assert cut["found_by_mask"] in {0, 1}
    assert "50% of the lesion cut away" in cut["found_spoiled"]
    assert "lesion_cut_off" in (out / "quality.html").read_text()


def test_without_masks_nothing_is_said_of_them(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["quality", str(data), "--masks", str(tmp_path / "none"), "--limit", "4"]
    assert main([*words, "--spoiled", "1", "--out", str(tmp_path / "out")]) == 0
    assert "Outline" not in capsys.readouterr().out
    found = json.loads((tmp_path / "out" / "quality.json").read_text())
    assert found["outline"] == {"masks": 0, "mean_iou": None, "median_iou": None}
    assert found["findings"]["lesion_cut_off"]["found_by_mask"] is None


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda path: path.write_bytes(b"no picture"), "cannot be read"),
        (lambda path: Image.new("L", SIZE[::-1]).save(path), "shows no lesion"),
        (lambda path: Image.new("L", (30, 30), 255).save(path), "does not fit an image"),
    ],
)
def test_masks_that_cannot_be_used_are_named(
    data: Path,
    capsys: pytest.CaptureFixture[str],
    spoil: object,
    sentence: str,
) -> None:
    assert callable(spoil)
    spoil(data / "masks" / "phantom_3_segmentation.png")
    assert main(["quality", str(data)]) == 2
    assert sentence in capsys.readouterr().err


def test_a_picture_too_small_to_measure_is_an_error(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Image.new("RGB", (20, 20)).save(data / "images" / "phantom_2.jpg")
    (data / "masks" / "phantom_2_segmentation.png").unlink()
    assert main(["quality", str(data)]) == 2
    assert "An image of 20 x 20 pixels is too small" in capsys.readouterr().err


@pytest.mark.parametrize("share", ["0", "1", "x"])
def test_impossible_shares_are_refused(share: str) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["quality", "data", "--share", share])
    assert caught.value.code == 2


def test_masks_tell_cut_and_tiny_lesions() -> None:
    whole, speck = np.zeros(SIZE, np.bool_), np.zeros(SIZE, np.bool_)
    whole[50:130, 70:170], speck[5:9, 5:9] = True, True
    assert Truth.of(whole) == Truth(cut=False, tiny=False)
    assert Truth.of(speck) == Truth(cut=False, tiny=True)
    whole[50:130, 0:70] = True
    assert Truth.of(whole) == Truth(cut=True, tiny=False)
