"""Built, read back, searched; and what a user reads of an atlas that cannot be used."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core.atlas import Atlas
from core.atlas.build import build_atlas
from core.atlas.draft import DRAFT, Draft, Kept, Stamp
from core.errors import (
    AtlasBusy,
    AtlasDamaged,
    AtlasError,
    AtlasMissing,
    AtlasOfOtherModel,
    AtlasUnsupported,
    OutputError,
)
from core.images import read_image
from core.model import Classifier
from core.results import Analysis
from tests.core.atlas.small import open_tiny, read_set, small_atlas, write_image, write_set


@pytest.fixture(scope="module")
def classifier(tmp_path_factory: pytest.TempPathFactory) -> Classifier:
    return open_tiny(tmp_path_factory.mktemp("bundle") / "model")


@pytest.fixture
def atlas(tmp_path: Path, classifier: Classifier) -> Atlas:
    return small_atlas(tmp_path, classifier)


def analysed(classifier: Classifier, path: Path) -> tuple[Analysis, str]:
    picture = read_image(path)
    return classifier.analyse(picture), picture.record.sha256


def test_it_knows_what_the_data_set_said(atlas: Atlas) -> None:
    described = atlas.description
    assert (described.images, described.lesions, described.skipped) == (6, 5, 0)
    assert {code: entry.images for code, entry in described.classes.items()} == {
        "bcc": 1, "mel": 1, "nv": 4
    }  # fmt: skip
    assert described.classes["mel"].name == "Melanoma"
    assert described.classes["mel"].malignant
    (item,) = atlas.library.items([3])
    assert item.path == atlas.folder.parent / "images" / "2.png"
    assert (item.code, item.lesion_id, item.confirmation) == ("mel", "b", "histo")
    assert (item.age, item.sex, item.site) == (45, "female", "back")


def test_an_image_is_nearest_to_itself(atlas: Atlas, classifier: Classifier) -> None:
    analysis, _ = analysed(classifier, atlas.folder.parent / "images" / "2.png")
    first, *others = atlas.similar(analysis.embedding)
    assert first.item.id == 3
    assert first.distance == pytest.approx(0, abs=1e-5)
    distances = [first.distance, *(one.distance for one in others)]
    assert distances == sorted(distances)
    assert len({one.item.lesion_id for one in (first, *others)}) == 5


def test_the_same_file_and_its_lesion_are_left_out_when_asked(
    atlas: Atlas, classifier: Classifier
) -> None:
    analysis, sha256 = analysed(classifier, atlas.folder.parent / "images" / "0.png")
    found = atlas.similar(analysis.embedding, sha256=sha256)
    assert {one.item.lesion_id for one in found} == {"b", "c", "d", "e"}
    assert len(atlas.similar(analysis.embedding, sha256="f" * 64)) == 5


def test_the_atlas_moves_together_with_its_images(atlas: Atlas, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere"
    shutil.move(atlas.folder.parent, moved)
    (item,) = Atlas.open(moved / "atlas").library.items([1])
    assert item.path == moved / "images" / "0.png"


def test_the_atlas_moves_alone(tmp_path: Path, classifier: Classifier) -> None:
    data = read_set(write_set(tmp_path / "data"))
    build_atlas(data, classifier, out=tmp_path / "far" / "atlas")
    shutil.move(tmp_path / "far", tmp_path / "deep" / "er")
    (item,) = Atlas.open(tmp_path / "deep" / "er" / "atlas").library.items([1])
    assert item.path == tmp_path / "data" / "images" / "0.png"


def test_unreadable_images_are_left_out_and_named(tmp_path: Path, classifier: Classifier) -> None:
    folder = write_set(tmp_path / "data")
    (folder / "images" / "3.png").write_bytes(b"no picture")
    built = build_atlas(read_set(folder), classifier, out=tmp_path / "atlas")
    (skipped,) = built.skipped
    assert skipped.path.name == "3.png"
    assert skipped.kind == "UnsupportedFormat"
    assert built.atlas.library.skipped() == [skipped]
    assert (built.atlas.description.images, built.atlas.description.skipped) == (5, 1)


def test_nothing_readable_makes_no_atlas(tmp_path: Path, classifier: Classifier) -> None:
    folder = write_set(tmp_path / "data", codes=("nv",), lesions=("a",))
    (folder / "images" / "0.png").write_bytes(b"no picture")
    with pytest.raises(AtlasError, match="None of the images can be read"):
        build_atlas(read_set(folder), classifier, out=tmp_path / "atlas")


def test_a_few_are_drawn_at_random_and_always_the_same(
    tmp_path: Path, classifier: Classifier
) -> None:
    data = read_set(write_set(tmp_path / "data"))
    names = []
    for place in ("one", "two"):
        few = build_atlas(data, classifier, out=tmp_path / place, limit=3).atlas
        names.append(few.library.columns()["id"])
    assert len(names[0]) == 3
    assert names[0] == names[1]


class Stopped(Exception):  # as a user's Ctrl-C
    pass


def test_what_was_done_before_a_stop_is_not_done_again(
    tmp_path: Path, classifier: Classifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.atlas.embedding.embed_many.__kwdefaults__", {"batch": 2})
    folder, out = write_set(tmp_path / "data"), tmp_path / "atlas"

    def stop(done: int) -> None:
        if done == 4:
            raise Stopped

    with pytest.raises(Stopped):
        build_atlas(read_set(folder), classifier, out=out, progress=stop)
    with pytest.raises(AtlasMissing, match="no finished atlas"):
        Atlas.open(out)

    write_image(folder / "images" / "1.png", seed=99)  # changed since
    told: list[int] = []
    built = build_atlas(read_set(folder), classifier, out=out, progress=told.append)
    assert told == [5, 6]  # three were kept
    assert built.atlas.description.images == 6
    assert not (out / DRAFT).exists()
    analysis, _ = analysed(classifier, folder / "images" / "1.png")
    assert built.atlas.similar(analysis.embedding)[0].item.id == 2


def test_a_draft_of_another_model_or_in_pieces_is_begun_anew(
    tmp_path: Path, classifier: Classifier
) -> None:
    data, out = read_set(write_set(tmp_path / "data")), tmp_path / "atlas"
    out.mkdir()
    (out / DRAFT).write_bytes(b"this was a database once" * 100)
    assert build_atlas(data, classifier, out=out).atlas.description.images == 6
    for sha256, expected in (("1" * 64, 1), ("1" * 64, 2), ("2" * 64, 1)):
        with Draft(out, model_sha256=sha256) as draft:
            path = tmp_path / f"{len(draft.done())}.png"
            draft.add([Kept(path, Stamp(1, 2), "0" * 64, b"")])
            assert len(draft.done()) == expected


def test_two_processes_do_not_build_in_one_folder(tmp_path: Path) -> None:
    with (
        Draft(tmp_path, model_sha256="1" * 64),
        pytest.raises(AtlasBusy, match="Another process is building"),
    ):
        Draft(tmp_path, model_sha256="1" * 64)


def test_a_rebuilt_atlas_replaces_the_former_one(
    atlas: Atlas, tmp_path: Path, classifier: Classifier
) -> None:
    data = read_set(tmp_path / "data")
    fewer = replace(data, samples=data.samples[:3])
    rebuilt = build_atlas(fewer, classifier, out=atlas.folder).atlas
    assert rebuilt.description.images == 3
    assert len(list(atlas.folder.glob("library-*.sqlite"))) == 1


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, classifier: Classifier) -> None:
    data = read_set(write_set(tmp_path / "data"))
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        build_atlas(data, classifier, out=tmp_path / "file" / "atlas")


def test_another_models_atlas_is_refused(atlas: Atlas, classifier: Classifier) -> None:
    atlas.require_model(classifier.bundle.sha256)
    with pytest.raises(AtlasOfOtherModel, match=r"made with another model .*build it again"):
        atlas.require_model("0" * 64)


def shorten(folder: Path) -> None:
    (library,) = folder.glob("library-*.sqlite")
    library.write_bytes(library.read_bytes()[:-4096])


def lose(folder: Path) -> None:
    (library,) = folder.glob("library-*.sqlite")
    library.unlink()


def rewrite(folder: Path, **values: object) -> None:
    path = folder / "atlas.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | values))


@pytest.mark.parametrize(
    ("harm", "error", "reason"),
    [
        (shorten, AtlasDamaged, "damaged .*lentigo atlas build"),
        (lose, AtlasDamaged, "damaged .*lentigo atlas build"),
        (lambda folder: rewrite(folder, images=0), AtlasDamaged, "damaged .atlas.json"),
        (lambda folder: rewrite(folder, format=3), AtlasUnsupported, "newer version of Lentigo"),
        (
            lambda folder: (folder / "atlas.json").write_bytes(b"\xff{"),
            AtlasDamaged,
            "damaged .atlas.json",
        ),
        (lambda folder: (folder / "atlas.json").unlink(), AtlasMissing, "no finished atlas"),
    ],
)
def test_an_atlas_that_cannot_be_used_says_why(
    atlas: Atlas, harm: Callable[[Path], object], error: type[AtlasError], reason: str
) -> None:
    harm(atlas.folder)
    with pytest.raises(error, match=reason):
        Atlas.open(atlas.folder)


def test_embeddings_that_do_not_fit_are_damage(atlas: Atlas) -> None:
    assert atlas.description.model is not None
    rewrite(atlas.folder, model=atlas.description.model.model_dump() | {"channels": 9})
    with pytest.raises(AtlasDamaged):
        _ = Atlas.open(atlas.folder).index
