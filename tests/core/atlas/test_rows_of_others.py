"""A stranger may have made the tables of an atlas as well, with a checksum that fits."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from core.atlas import Atlas
from core.atlas.check import examine
from core.atlas.description import read_description
from core.atlas.writing import publish
from core.errors import AtlasDamaged
from tests.core.learning.small_atlas import ROWS, write_atlas

COLUMNS = (
    "path", "sha256", "code", "confirmation", "lesion", "age", "sex", "site", "diagnosis",
    "image_type", "skin_type", "licence", "attribution",
)  # fmt: skip
WAYS: dict[str, Callable[[Atlas], object]] = {
    "every": lambda atlas: atlas.library.every(),
    "items": lambda atlas: atlas.library.items([2]),
    "browser": lambda atlas: atlas.browser,
}
BYTES = "UPDATE item SET {column} = x'00ff' WHERE id = 2"
NO_KEY = """
CREATE TABLE other AS SELECT * FROM item; DROP TABLE item; ALTER TABLE other RENAME TO item;
UPDATE item SET id = NULL WHERE id = 2
"""


def forged(folder: Path, sql: str) -> Path:
    """Change the items of an atlas, and let its description fit."""
    write_atlas(folder, ROWS[:3])
    described = read_description(folder)
    file = folder / described.library
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(sql)
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    publish(folder, described.model_copy(update={"library_sha256": digest}))
    return folder


@pytest.mark.parametrize("column", COLUMNS)
def test_a_value_of_another_kind_is_damage_and_all_other_items_can_be_rescued(
    tmp_path: Path, column: str
) -> None:
    folder = forged(tmp_path / "atlas", BYTES.format(column=column))
    for way in WAYS.values():
        with pytest.raises(AtlasDamaged, match="is damaged"):
            way(Atlas.open(folder))
    found = {item.id for item in examine(folder).items}
    assert found == {1, 3}


@pytest.mark.parametrize("way", ["every", "browser"])
def test_an_item_without_a_number_is_damage(tmp_path: Path, way: str) -> None:
    with pytest.raises(AtlasDamaged, match="is damaged"):
        WAYS[way](Atlas.open(forged(tmp_path / "atlas", NO_KEY)))


def test_a_name_that_no_file_can_bear_is_damage(tmp_path: Path) -> None:
    folder = forged(tmp_path / "atlas", "UPDATE item SET path = 'a' || char(0) WHERE id = 2")
    with pytest.raises(AtlasDamaged, match="is damaged"):
        Atlas.open(folder).library.every()
    assert 2 not in {item.id for item in examine(folder).items}
