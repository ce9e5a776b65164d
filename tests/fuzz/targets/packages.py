"""Packages of atlas images: as files, and as manifests in a file that is whole."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from datetime import date
from functools import cache
from io import BytesIO
from typing import Final

from core.learning.package.manifest import CHECKSUM, MANIFEST
from core.learning.package.packing import Packing, pack
from core.learning.package.unpacking import unpack
from tests.core.learning.small_atlas import write_atlas
from tests.fuzz.target import Target
from tests.fuzz.targets.scratch import file_of, scratch


@cache
def _healthy() -> bytes:
    with scratch() as folder:
        atlas = write_atlas(folder / "atlas")
        packing = Packing(name="Two", made=date(2026, 1, 1))
        return pack(
            atlas, atlas.library.every()[:2], packing, out=folder / "two.zip"
        ).path.read_bytes()


@cache
def _members() -> Mapping[str, bytes]:
    with zipfile.ZipFile(BytesIO(_healthy())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _unpack(data: bytes) -> None:
    with file_of(data) as path:
        unpack(path, path.parent / "atlas")


def _unpack_described(manifest: bytes) -> None:
    stated = hashlib.sha256(manifest).hexdigest().encode()
    members = {**_members(), MANIFEST: manifest, CHECKSUM: stated}
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    _unpack(whole.getvalue())


PACKAGES: Final = (
    Target("package", _unpack, lambda: {"two": _healthy()}),
    Target(
        "package-manifest",
        _unpack_described,
        lambda: {"two": _members()[MANIFEST]},
    ),
)
