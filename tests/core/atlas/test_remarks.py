"""What a person should know of an atlas, as a list and as a table."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

from core.atlas.build import build_atlas
from core.atlas.check import examine
from core.atlas.remarks import About, Remark, remarks_csv, remarks_of, remarks_on
from core.language import Language
from core.language.languages import speaking
from tests.core.atlas.small import read_set, write_set


def test_contradictions_come_first_and_copies_last(tmp_path: Path) -> None:
    data = write_set(tmp_path / "data", codes=("mel", "nv", "mel", "nv", "bcc", "nv"))
    images = data / "images"
    shutil.copy(images / "3.png", images / "5.png")  # nv and nv
    shutil.copy(images / "2.png", images / "4.png")  # mel and bcc
    (images / "0.png").write_bytes(b"no picture")
    atlas = build_atlas(read_set(data), None, out=tmp_path / "atlas").atlas
    found = remarks_of(atlas)
    assert [one.about for one in found] == [About.CONTRADICTION, About.LEFT_OUT, About.COPY]
    torn, left, copy = found
    assert (torn.path, torn.other) == (images / "2.png", images / "4.png")
    assert torn.words == "The same file bears Melanoma here and Basal cell carcinoma there."
    assert left.path == images / "0.png"
    assert (copy.words, copy.other) == ("The same file.", images / "5.png")


def test_copied_images_are_named_as_they_lay(tmp_path: Path) -> None:
    data = write_set(tmp_path / "data", lesions=("a", "b", "c", "d", "e", "f"))
    shutil.copy(data / "images" / "2.png", data / "images" / "4.png")
    atlas = build_atlas(read_set(data), None, out=tmp_path / "atlas", copy=True).atlas
    (torn,) = remarks_of(atlas)
    assert (torn.path, torn.other) == (data / "images" / "2.png", data / "images" / "4.png")
    assert list(atlas.library.origins()) == [3, 5]


def test_a_lesion_with_two_diagnoses_is_told(tmp_path: Path) -> None:
    data = write_set(tmp_path / "data", codes=("mel", "nv", "mel", "nv", "bcc", "nv"))
    (torn,) = remarks_of(build_atlas(read_set(data), None, out=tmp_path / "atlas").atlas)
    assert torn.words == "One lesion bears Melanoma here and Melanocytic nevus there."


def test_damage_is_listed_and_the_table_is_in_english(tmp_path: Path) -> None:
    data = write_set(tmp_path / "data")
    out = build_atlas(read_set(data), None, out=tmp_path / "atlas").atlas.folder
    (out / "atlas.json").write_text("{")
    with speaking(Language.INDONESIAN):
        found = remarks_on(examine(out).problems)
        table = remarks_csv([*found, Remark(About.LEFT_OUT, Path("=a.png"), "x\ny", Path("b"))])
    rows = list(csv.reader(io.StringIO(table.decode())))
    assert rows[0] == ["about", "file", "other_file", "what"]
    assert rows[1][:3] == ["damage", str(out / "atlas.json"), ""]
    assert rows[1][3].startswith("What the atlas says of itself cannot be read")
    assert rows[2] == ["left out", "'=a.png", "b", "x y"]
