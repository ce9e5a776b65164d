"""The page and the numbers: complete, harmless, honest about what is not known."""

from __future__ import annotations

import base64
import io
import json
import re
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.training.explore.small import dataset, sample, write_image
from training.augmentation_settings import AugmentationSettings
from training.explore.command import write_report
from training.explore.plots import ROWS
from training.explore.report import spread
from training.explore.survey import Survey, shown, survey
from training.explore.views import SPEC, VIEWS, augment
from training.explore.words import observations


def known(tmp_path: Path) -> Survey:
    """Two classes of which everything is known; `mel` has other colours and an other size."""
    samples = [
        sample(
            f"{code}{number}",
            code,
            path=write_image(
                tmp_path / "images" / f"{code}{number}.png",
                height=30 if code == "mel" else 50,
                shift=(code == "mel") * 30 + number,
            ),
            lesion=f"{code}{number // 2}",
            age=30.0 + number + 30 * (code == "mel"),
            sex="male" if number % 2 else "female",
            site=f"site {number}",
            confirmation="histopathology" if code == "mel" else "follow-up",
        )
        for code, count in (("mel", 4), ("nv", 8))
        for number in range(count)
    ]
    return survey(dataset(tmp_path / "a set", *samples))


def written(found: Survey, folder: Path) -> tuple[str, dict[str, object]]:
    folder.mkdir()
    write_report(found, folder=folder)
    page = (folder / "explore.html").read_text(encoding="utf-8")
    content: dict[str, object] = json.loads((folder / "explore.json").read_text(encoding="utf-8"))
    return page, content


def test_everything_known_is_told(tmp_path: Path) -> None:
    page, content = written(known(tmp_path), tmp_path / "out")
    assert page.count("data:image/svg+xml") == 8
    assert page.count("data:image/jpeg") == 4 + 6 + 2 * (1 + VIEWS)
    for heading in ("Age", "Sex", "Site", "How the diagnosis was confirmed", "Colours", "Samples"):
        assert f"<h2>{heading}</h2>" in page
    assert "does not say" not in page
    assert content["images"] == 12
    assert content["lesions"] == 6
    assert content["classes"] == {
        "mel": {"images": 4, "lesions": 2},
        "nv": {"images": 8, "lesions": 4},
    }
    assert content["images_per_lesion"] == {"2": 6}
    assert content["confirmation"] == {
        "mel": {"follow-up": 0, "histopathology": 4},
        "nv": {"follow-up": 8, "histopathology": 0},
    }
    assert content["sizes"] == [
        {"width": 40, "height": 50, "images": 8},
        {"width": 40, "height": 30, "images": 4},
    ]
    assert content["unreadable"] == []


def test_the_page_fetches_and_runs_nothing(tmp_path: Path) -> None:
    page, _ = written(known(tmp_path), tmp_path / "out")
    for foreign in ("<script", "http", "url(", "onerror"):
        assert foreign not in re.sub(r'"data:[^"]*"', "", page)


def test_what_stands_out_is_said(tmp_path: Path) -> None:
    said = " ".join(observations(known(tmp_path)))
    for sentence in (
        "Always answering nv would be right in 67 % of the images; nv has 2.0 times as many as mel",
        "6 lesions of 6 appear in more than one image",
        "The confirmation alone gives the class away with a balanced accuracy of 100 %",
        "The size of the image alone gives the class away",
        "differences in colour at the border",
    ):
        assert sentence in said
    assert "sex alone" not in said


def test_folders_without_metadata_say_what_is_not_known(tmp_path: Path) -> None:
    samples = [
        sample(name, name[0], path=write_image(tmp_path / name)) for name in ("a1.png", "b1.png")
    ]
    page, content = written(survey(dataset(tmp_path, *samples)), tmp_path / "out")
    for what in ("lesion", "age", "sex", "site", "confirmation"):
        assert f"The data set does not say the {what} of any image." in page
    assert page.count("data:image/svg+xml") == 2  # classes and colours
    assert content["lesions"] is None
    assert "sex" not in content


def test_one_class_of_one_image(tmp_path: Path) -> None:
    only = sample("only", "nv", path=write_image(tmp_path / "only.png"))
    found = survey(dataset(tmp_path, only))
    page, content = written(found, tmp_path / "out")
    assert "There is one class, nv" in page
    assert content["clues"] == {}


def test_a_class_of_which_nothing_is_known_does_no_harm(tmp_path: Path) -> None:
    only = sample("only", "nv", path=write_image(tmp_path / "only.png"), age=3.0, sex="male")
    other = sample("other", "df", path=tmp_path / "absent.png")
    page, content = written(survey(dataset(tmp_path, only, other)), tmp_path / "out")
    assert "No image of it" in page
    assert content["age"] == {
        "df": None,
        "nv": {
            "n": 1, "mean": 3.0, "sd": None, "p5": 3.0, "p25": 3.0, "p50": 3.0, "p75": 3.0,
            "p95": 3.0,
        },
    }  # fmt: skip


def test_no_readable_image_leaves_the_metadata(tmp_path: Path) -> None:
    found = survey(dataset(tmp_path, sample("x", "nv", path=tmp_path / "x.png", age=40.0)))
    page, content = written(found, tmp_path / "out")
    assert page.count("No image could be read.") == 3
    assert "1 image cannot be read" in page
    assert content["unreadable"] == [
        {"image_id": "x", "message": found.looks.unreadable[0].message}
    ]


def test_hostile_names_stay_names(tmp_path: Path) -> None:
    names = ("<script>alert(1)</script>", "$\\frac{$", "a\n\u202eb\udcff", "母斑", "x" * 300)
    samples = [
        sample(
            f"{name}.png", name, path=write_image(tmp_path / f"{number}.png"), origin=name,
            site=name, sex=name,
        )
        for number, name in enumerate(names)
    ]  # fmt: skip
    samples.append(sample('"><img src=x onerror=alert(1)>', names[0], path=tmp_path / "absent"))
    page, content = written(survey(dataset(tmp_path / "<b>", *samples)), tmp_path / "out")
    assert "<script" not in page
    assert "<img src=x" not in page
    assert "<b>" not in page.replace("<b>6<", "").replace("<b>5<", "").split("<main>")[0]
    classes = content["classes"]
    assert isinstance(classes, dict)
    assert set(classes) == set(names)


def test_many_classes_are_drawn_in_part_and_counted_in_full(tmp_path: Path) -> None:
    path = write_image(tmp_path / "one.png")
    samples = [sample(f"{number}", f"class {number:03}", path=path) for number in range(ROWS + 5)]
    page, content = written(survey(dataset(tmp_path, *samples), limit=10), tmp_path / "out")
    assert f"Drawn are the {ROWS} classes with the most images; 5 more" in page
    classes = content["classes"]
    assert isinstance(classes, dict)
    assert len(classes) == ROWS + 5


def test_a_drawn_part_says_so(tmp_path: Path) -> None:
    path = write_image(tmp_path / "one.png")
    samples = [sample(f"{number}", "nv", path=path) for number in range(30)]
    page, content = written(survey(dataset(tmp_path, *samples), limit=5), tmp_path / "out")
    assert "those of 5 of 30 images: at most 5 of each class" in page
    assert content["looked_at"] == {"images": 5, "at_most_of_each_class": 5, "seed": 20260101}


@pytest.mark.parametrize(("classes", "each"), [(1, 6), (7, 6), (60, 4), (1000, 1)])
def test_the_page_does_not_grow_with_the_classes(classes: int, each: int) -> None:
    assert shown(classes) == each


def test_views_are_made_by_the_layer_of_training(tmp_path: Path) -> None:
    looks = known(tmp_path).looks.seen
    still = AugmentationSettings(
        rotation=0.0, zoom=(1.0, 1.0), stretch=0.0, shift=0.0, brightness=0.0, contrast=0.0,
        saturation=0.0, hue=0.0,
    )  # fmt: skip
    (first, *_), (again, *_), (other, *_) = (
        augment(looks, AugmentationSettings(), seed=seed) for seed in (1, 1, 2)
    )
    assert first.original.shape == (SPEC.height, SPEC.width, 3)
    assert first.views.shape == (VIEWS, SPEC.height, SPEC.width, 3)
    np.testing.assert_array_equal(first.views, again.views)
    assert (first.views != other.views).any()
    unmoved = augment(looks, still, seed=1)[0]
    flips = [unmoved.original[::y, ::x] for y in (1, -1) for x in (1, -1)]
    for view in unmoved.views:
        assert min(np.abs(view.astype(int) - flip).max() for flip in flips) <= 1


def test_the_original_stands_beside_its_views(tmp_path: Path) -> None:
    page, _ = written(known(tmp_path), tmp_path / "out")
    shown_images = re.findall(r'src="data:image/jpeg;base64,([^"]+)"[^>]*alt="mel, original"', page)
    assert len(shown_images) == 1
    with Image.open(io.BytesIO(base64.b64decode(shown_images[0]))) as image:
        assert image.size == (SPEC.width, SPEC.height)


def test_spread_leaves_out_what_is_not_a_number() -> None:
    assert spread(np.array([np.nan])) is None
    told = spread(np.array([1.0, np.nan, 3.0]))
    assert told is not None
    assert (told["n"], told["mean"], told["p50"]) == (2, 2.0, 2.0)
