"""Tables of labels and of results, and the files of an atlas."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import cache
from typing import Final

from core.atlas import Atlas
from core.atlas.check.examine import examine
from core.batch.reading import read_table as read_results
from core.datasets.reading import read_dataset
from core.datasets.statement import read_statement
from tests.core.learning.small_atlas import ROWS, write_atlas
from tests.fuzz.target import Target
from tests.fuzz.targets.scratch import file_of, scratch

_LABELS: Final = b"path,label,age\na.jpg,mel,45\nb.jpg,nv,\n"
_RESULTS: Final = (
    b"file,finding,label,malignant,error,model_sha256,probability\n"
    b"a.jpg,nv,Melanocytic nevus,0.1,,00ff,0.9\nb.jpg,,,,It is no picture.,00ff,\n"
)
_STATEMENT: Final = b"""{"name": "Mine", "licence": "CC0", "source": "me",
"classes": {"a": {"name": "A", "explanation": "An a.", "malignant": true}}, "limits": ["No b."]}"""
_PIXELS: Final = b"pixel0000,pixel0001,pixel0002,label\n1,2,3,0\n4,5,6,1\n"


@cache
def _atlas() -> Mapping[str, bytes]:
    with scratch() as folder:
        write_atlas(folder / "atlas")
        files = [path for path in (folder / "atlas").iterdir() if path.is_file()]
        return {path.name: path.read_bytes() for path in files}


@cache
def _small_atlas() -> Mapping[str, bytes]:
    """Make an atlas whose library the search takes whole: small pages, and few of them."""
    with scratch() as folder:
        write_atlas(folder / "atlas", ROWS[4:8])
        (library,) = (folder / "atlas").glob("*.sqlite")
        with closing(sqlite3.connect(library)) as connection:
            connection.execute("PRAGMA page_size = 512")
            connection.execute("VACUUM")
        described = (folder / "atlas" / "atlas.json").read_bytes()
        return {"atlas.json": described, library.name: library.read_bytes()}


def _library() -> str:
    return next(name for name in _small_atlas() if name.endswith(".sqlite"))


def _read_labels(data: bytes) -> None:
    with file_of(data, "labels.csv") as path:
        for name in ("a.jpg", "b.jpg"):
            (path.parent / name).touch()
        read_dataset(path, cache=path.parent / "cache")


def _read_results(data: bytes) -> None:
    with file_of(data, "results.csv") as path:
        read_results(path)


def _read_statement(data: bytes) -> None:
    with file_of(data, "dataset.json") as path:
        read_statement(path.parent)


def _open(files: Mapping[str, bytes]) -> None:
    with scratch() as folder:
        for name, content in files.items():
            (folder / name).write_bytes(content)
        examine(folder)
        atlas = Atlas.open(folder)
        atlas.library.every()
        _ = atlas.browser


def _open_described(data: bytes) -> None:
    _open({**_atlas(), "atlas.json": data})


def _open_library(data: bytes) -> None:
    described = json.loads(_small_atlas()["atlas.json"])
    described["library_sha256"] = hashlib.sha256(data).hexdigest()
    _open({"atlas.json": json.dumps(described).encode(), _library(): data})


TABLES: Final = (
    Target("labels", _read_labels, lambda: {"a": _LABELS, "b": _PIXELS}),
    Target("results", _read_results, lambda: {"a": _RESULTS}),
    Target("statement", _read_statement, lambda: {"a": _STATEMENT}),
    Target("atlas", _open_described, lambda: {"a": _atlas()["atlas.json"]}),
    Target("library", _open_library, lambda: {"a": _small_atlas()[_library()]}),
)
