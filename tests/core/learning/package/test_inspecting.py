"""What is in a package is told before anything of it is written."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from core.atlas import Atlas
from core.errors import FileMissing, PackageDamaged
from core.learning.package.inspecting import inspect_package
from core.learning.package.licences import LicenceCount, Permission, licences_of
from core.learning.package.packing import Packing, pack
from tests.core.learning.small_atlas import write_atlas

PACKING = Packing(name="Difficult ones", author="Dr. Made", made=date(2026, 1, 1))


@pytest.fixture
def atlas(tmp_path: Path) -> Atlas:
    return write_atlas(tmp_path / "atlas")


def test_a_package_is_looked_into_and_nothing_is_written(atlas: Atlas, tmp_path: Path) -> None:
    packed = pack(atlas, atlas.library.every()[:4], PACKING, out=tmp_path / "out" / "a.lentigo")
    found = inspect_package(packed.path)
    assert (found.sha256, found.manifest) == (packed.sha256, packed.manifest)
    assert (found.known, found.missing, found.usable) == ((), (), True)
    assert list((tmp_path / "out").iterdir()) == [packed.path]


def test_pictures_that_stayed_are_looked_for(atlas: Atlas, tmp_path: Path) -> None:
    labels = dataclasses.replace(PACKING, images=False)
    packed = pack(atlas, atlas.library.every()[:4], labels, out=tmp_path / "a.lentigo")
    alone = inspect_package(packed.path)
    assert (len(alone.known), len(alone.missing), alone.usable) == (0, 4, False)
    with_atlas = inspect_package(packed.path, atlases=[atlas])
    assert (len(with_atlas.known), len(with_atlas.missing), with_atlas.usable) == (4, 0, True)


def test_what_is_no_package_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        inspect_package(tmp_path / "none.lentigo")
    (tmp_path / "a.lentigo").write_bytes(b"no package")
    with pytest.raises(PackageDamaged, match="no package of Lentigo"):
        inspect_package(tmp_path / "a.lentigo")


def test_licences_are_counted(atlas: Atlas) -> None:
    first, second, *others = atlas.library.every()[:5]
    refused = dataclasses.replace(first, licence="All rights reserved")
    unknown = dataclasses.replace(second, licence="mine")
    assert licences_of([refused, unknown, *others, *others], licence="CC BY 4.0") == (
        LicenceCount("CC BY 4.0", Permission.GIVEN, 3),
        LicenceCount("mine", Permission.UNKNOWN, 1),
        LicenceCount("All rights reserved", Permission.REFUSED, 1),
    )
