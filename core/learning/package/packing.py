"""Packs images of an atlas with their labels into one file."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.errors import PackageError
from core.images import ImageReader
from core.language import say
from core.learning.package.embeddings import packed_embeddings
from core.learning.package.manifest import (
    CHECKSUM,
    EMBEDDINGS,
    FORMAT,
    MANIFEST,
    MOST_ITEMS,
    Manifest,
    Origin,
    PackageKind,
    PackedClass,
    PackedItem,
    PackedModel,
)
from core.learning.package.pictures import PackedPicture, picture_of
from core.learning.package.placing import written
from core.learning.quiz.plan import Topic

if TYPE_CHECKING:
    from core.atlas.atlas import Atlas
    from core.atlas.item import AtlasItem
    from core.learning.quiz.plan import QuizPlan

_WHEN: Final = (1980, 1, 1, 0, 0, 0)  # the same content makes the same file


@dataclass(frozen=True, slots=True, kw_only=True)
class Packing:
    """How something is to be packed.

    Parameters
    ----------
    name, author, note : str
        What its maker says of it.
    made : date
        The day.
    images : bool
        Whether images go along, or only labels for who has the atlas too.
    own_rights : bool
        Whether its maker confirms to hold the rights to all images.
    plan : QuizPlan, optional
        Makes it a quiz, about all that is packed.
    criteria : mapping
        For codes of diagnoses, where their criteria are described.
    """

    name: str
    author: str = ""
    note: str = ""
    made: date
    images: bool = True
    own_rights: bool = False
    plan: QuizPlan | None = None
    criteria: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An image that did not go along.

    Parameters
    ----------
    item : AtlasItem
        Which.
    reason : str
        Why, within a sentence.
    """

    item: AtlasItem
    reason: str


@dataclass(frozen=True, slots=True)
class Packed:
    """A package.

    Parameters
    ----------
    path : Path
        Where it lies.
    sha256 : str
        Of the file, for who wants to be sure to have the same.
    manifest : Manifest
        What is in it.
    left_out : tuple of LeftOut
        Images that did not go along; their labels did.
    """

    path: Path
    sha256: str
    manifest: Manifest
    left_out: tuple[LeftOut, ...]


def pack(
    atlas: Atlas,
    items: Sequence[AtlasItem],
    packing: Packing,
    *,
    out: Path,
    progress: Callable[[int], None] = lambda _: None,
) -> Packed:
    """Pack images.

    Parameters
    ----------
    atlas : Atlas
        Where they are from.
    items : sequence of AtlasItem
        Which; of equal files the first.
    packing : Packing
        How.
    out : Path
        The file, replaced at the very end.
    progress : callable
        Told how many are done.

    Raises
    ------
    PackageError
        If there are none, or too many.
    OutputError
        If it cannot be written; nothing is left behind.
    """
    first: dict[str, AtlasItem] = {}
    for item in items:
        first.setdefault(item.sha256, item)  # its licence was shown, not that of a later one
    unique = list(first.values())
    if not 0 < len(unique) <= MOST_ITEMS:
        raise PackageError(
            say(
                "A package holds 1 to {most:,} images; these are {count:,}.",
                most=MOST_ITEMS,
                count=len(unique),
            ),
            value=len(unique),
        )
    left_out: list[LeftOut] = []
    packed: dict[str, PackedItem] = {}
    along: list[AtlasItem] = []
    with written(out) as aside, zipfile.ZipFile(aside, "w") as archive, ImageReader() as reader:
        for count, item in enumerate(unique, start=1):
            found = _picture(item, reader, atlas, packing)
            if isinstance(found, str) and packing.images:
                left_out.append(LeftOut(item, found))
            one = _packed(item, None if isinstance(found, str) else found)
            if one.sha256 not in packed:  # two files may hold the same picture
                packed[one.sha256] = one
                if one.member is not None and isinstance(found, PackedPicture):
                    _write(archive, one.member, found.data)
                    along.append(item)
            progress(count)
        model, vectors = packed_embeddings(atlas, along)
        if model is not None:
            _write(archive, EMBEDDINGS, vectors)
        manifest = _manifest(atlas, list(packed.values()), packing, model)
        content = manifest.as_json().encode()
        _write(archive, MANIFEST, content)
        _write(archive, CHECKSUM, hashlib.sha256(content).hexdigest().encode())
    with out.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Packed(out, digest, manifest, tuple(left_out))


def _picture(
    item: AtlasItem, reader: ImageReader, atlas: Atlas, packing: Packing
) -> PackedPicture | str:
    if not packing.images:
        return ""
    licence = atlas.description.licence
    return picture_of(item, reader, licence=licence, own_rights=packing.own_rights)


def _packed(item: AtlasItem, picture: PackedPicture | None) -> PackedItem:
    sha256 = item.sha256 if picture is None else picture.sha256
    return PackedItem(
        sha256=sha256,
        member=None if picture is None else f"images/{sha256}{picture.suffix}",
        size=0 if picture is None else len(picture.data),
        original=None if sha256 == item.sha256 else item.sha256,
        code=item.code,
        confirmation=item.confirmation,
        lesion=item.lesion_id,
        age=item.age,
        sex=item.sex,
        site=item.site,
        diagnosis=item.diagnosis,
        image_type=item.image_type,
        skin_type=item.skin_type,
        licence=item.licence,
        attribution=item.attribution,
    )


def _manifest(
    atlas: Atlas, items: Sequence[PackedItem], packing: Packing, model: PackedModel | None
) -> Manifest:
    described = atlas.description
    # About all of it: checksums of a topic may have changed, and its atlas has other images.
    plan = None if packing.plan is None else packing.plan.model_copy(update={"topic": Topic()})
    return Manifest(
        format=1 if model is None else FORMAT,
        model=model,
        kind=PackageKind.COLLECTION if plan is None else PackageKind.QUIZ,
        name=packing.name,
        author=packing.author,
        note=packing.note,
        made=packing.made.isoformat(),
        own_rights=packing.own_rights,
        origin=Origin(
            name=described.name,
            licence=described.licence,
            source=described.source,
            synthetic=described.synthetic,
        ),
        classes={code: _class(atlas, code, packing) for code in sorted({i.code for i in items})},
        items=tuple(items),
        plan=plan,
    )


def _class(atlas: Atlas, code: str, packing: Packing) -> PackedClass:
    entry = atlas.description.classes.get(code)
    return PackedClass(
        name=atlas.description.name_of(code),
        malignant=None if entry is None else entry.malignant,
        criteria=tuple(packing.criteria.get(code, ())),
    )


def _write(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Store a member; pictures are compressed already."""
    archive.writestr(zipfile.ZipInfo(name, _WHEN), data, zipfile.ZIP_STORED)
