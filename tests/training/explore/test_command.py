"""``python -m training explore`` as its user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.training.explore.small import write_image
from training.__main__ import main


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    """Two class folders on two sides."""
    for side, each in (("Train", 3), ("Test", 1)):
        for code in ("melanoma", "nevus"):
            for number in range(each):
                write_image(tmp_path / "data" / side / code / f"{number}.png", shift=number)
    return tmp_path / "data"


def test_class_folders_give_a_page_and_numbers(
    folders: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explore", str(folders), "--out", str(tmp_path / "new" / "out")]) == 0
    assert "8 images. Report: " in capsys.readouterr().err
    content = json.loads((tmp_path / "new" / "out" / "explore.json").read_text())
    assert content["origins"] == {
        "mel": {"train": 3, "test": 1},
        "nv": {"train": 3, "test": 1},
    }
    page = (tmp_path / "new" / "out" / "explore.html").read_text()
    assert "Melanoma" in page
    assert page.endswith("</html>\n")


def test_the_same_seed_draws_the_same(folders: Path, tmp_path: Path) -> None:
    contents = []
    for name, seed in (("a", "1"), ("b", "1"), ("c", "2")):
        words = ["--out", str(tmp_path / name), "--limit", "4", "--seed", seed]
        assert main(["explore", str(folders), *words]) == 0
        page = (tmp_path / name / "explore.html").read_text()
        contents.append(page.split("<main>")[1])
    assert contents[0] == contents[1] != contents[2]


def test_an_unreadable_image_is_told_by_the_status(folders: Path, tmp_path: Path) -> None:
    (folders / "Train" / "nevus" / "broken.jpg").write_bytes(b"\xff\xd8\xff nothing")
    assert main(["explore", str(folders), "--out", str(tmp_path / "out")]) == 1
    content = json.loads((tmp_path / "out" / "explore.json").read_text())
    (failure,) = content["unreadable"]
    assert failure["image_id"] == "Train/nevus/broken.jpg"
    assert content["images"] == 9


def test_what_cannot_be_done_is_one_sentence(
    folders: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert main(["explore", str(tmp_path / "none"), "--out", str(tmp_path / "out")]) == 2
    assert main(["explore", str(folders), "--out", str(tmp_path / "file")]) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("There is no data set at")
    assert second.endswith("Choose another --out.")


@pytest.mark.parametrize("words", [("--limit", "0"), ("--limit", "x"), ("--seed", "-1")])
def test_impossible_options_are_refused(
    folders: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit):
        main(["explore", str(folders), "--out", str(tmp_path / "out"), *words])


def test_real_images(shared_data: Path, tmp_path: Path) -> None:
    words = ["--out", str(tmp_path), "--limit", "70"]
    assert main(["explore", str(shared_data / "ham10000"), *words]) == 0
    content = json.loads((tmp_path / "explore.json").read_text())
    assert content["images"] == 10208
    assert content["missing"]["lesion"] == dict.fromkeys(content["classes"], 0)
    assert (tmp_path / "explore.html").stat().st_size < 3e6
