"""Brings a package in, as an atlas of its own."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.atlas.atlas import Atlas
from core.atlas.describing import usual_distance_among
from core.atlas.description import AtlasClass, Description
from core.atlas.item import AtlasItem
from core.atlas.writing import publish, write_library
from core.errors import AccessDenied, FileMissing, PackageDamaged, PackageError
from core.files import write_whole
from core.language import say
from core.learning.package.container import OpenPackage, opened
from core.learning.package.embeddings import Embeddings, gathered
from core.learning.package.manifest import MOST_BYTES, Manifest, PackedItem
from core.learning.package.placing import placed, unwritable
from core.reasons import why

FILE: Final = "package.json"
"""Keeps in an atlas what its package said: who made it, the quiz, the criteria."""
_MOST_MANIFEST: Final = MOST_BYTES


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What was brought in.

    Parameters
    ----------
    atlas : Atlas
        As it was read back.
    manifest : Manifest
        What its maker says of it, and the quiz where it is one.
    missing : tuple of PackedItem
        Images that are neither in the package nor in the atlases that were named.
    """

    atlas: Atlas
    manifest: Manifest
    missing: tuple[PackedItem, ...]


def unpack(
    path: Path,
    folder: Path,
    *,
    atlases: Sequence[Atlas] = (),
    sha256: str = "",
    progress: Callable[[int], None] = lambda _: None,
) -> Unpacked:
    """Bring a package in.

    Parameters
    ----------
    path : Path
        The package.
    folder : Path
        Of the new atlas, which is not there yet.
    atlases : sequence of Atlas
        That may have images which were left out.
    sha256 : str
        Checksum of the whole file, where its maker has told it.
    progress : callable
        Told how many images are done.

    Raises
    ------
    PackageError
        One of its subclasses says why it was not brought in, or that none of its images is there.
    OutputError
        If the atlas cannot be written; nothing is left behind.
    """
    if sha256:
        _require_same(path, sha256)
    with opened(path) as package, placed(folder) as aside:
        places = _places(package, aside, _known(package.manifest, atlases), progress)
        missing = tuple(one for one in package.manifest.items if one.sha256 not in places)
        if not places:
            raise PackageError(
                say(
                    "{path} holds no images, only labels: name an atlas that has its images.",
                    path=path,
                ),
                value=path,
            )
        there = [one for one in package.manifest.items if one.sha256 in places]
        _publish(package.manifest, places, aside, gathered(package, there, atlases))
        write_whole(aside / FILE, package.manifest.as_json().encode())
    return Unpacked(Atlas.open(folder), package.manifest, missing)


def read_package(folder: Path) -> Manifest | None:
    """Read what the package of an atlas said; None where it is from none, or that is lost."""
    try:
        with (folder / FILE).open("rb") as file:
            return Manifest.model_validate_json(file.read(_MOST_MANIFEST))
    except (OSError, ValueError):
        return None


def hand_on(folder: Path | None, *, to: Path) -> None:
    """Keep what the package of an atlas said with another one that was built of it.

    Parameters
    ----------
    folder : Path, optional
        Of the atlas; None where the other was built of images that are none.
    to : Path
        Folder of the other. What an atlas had said that it replaces does not stay.

    Raises
    ------
    OutputError
        If it cannot be written.
    """
    if folder is not None and folder.resolve() == to.resolve():
        return
    package = None if folder is None else read_package(folder)
    if package is not None:
        write_whole(to / FILE, package.as_json().encode())
    elif read_package(to) is not None:
        try:
            (to / FILE).unlink()
        except OSError as error:
            raise unwritable(to / FILE, error) from error


def _require_same(path: Path, sha256: str) -> None:
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise FileMissing(say("{path} is not there.", path=path), value=path) from error
    except OSError as error:
        words = say("{path} cannot be read: {reason}.", path=path, reason=why(error))
        raise AccessDenied(words, value=path) from error
    if found != sha256.strip().lower():
        raise PackageDamaged(
            say("{path} is not the file whose checksum was given.", path=path), value=found
        )


def _known(manifest: Manifest, atlases: Sequence[Atlas]) -> Mapping[str, Path]:
    """Find images that were left out, in other atlases, by their bytes."""
    wanted = {item.sha256 for item in manifest.items if item.member is None}
    every = (item for atlas in atlases for item in atlas.library.every())
    found = {item.sha256: item.path for item in every if item.sha256 in wanted}
    return {sha256: path for sha256, path in found.items() if _digest(path) == sha256}


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _places(
    package: OpenPackage,
    folder: Path,
    known: Mapping[str, Path],
    progress: Callable[[int], None],
) -> dict[str, Path]:
    """Write the pictures, and say where each image lies, by checksum."""
    places = {}
    for count, item in enumerate(package.manifest.items, start=1):
        if item.member is not None:
            place = folder / "images" / Path(item.member).name
            write_whole(place, package.picture(item))
            places[item.sha256] = place
        elif item.sha256 in known:
            places[item.sha256] = known[item.sha256]
        progress(count)
    return places


def _publish(
    manifest: Manifest, places: Mapping[str, Path], folder: Path, embeddings: Embeddings | None
) -> None:
    """Write the atlas into its folder."""
    there = [one for one in manifest.items if one.sha256 in places]
    items = [_item(number, one, places) for number, one in enumerate(there, start=1)]
    vectors = {} if embeddings is None else embeddings.vectors
    entries = [(item, vectors.get(item.sha256)) for item in items]
    library = write_library(folder, entries, skipped=())
    lesions = {item.lesion_id for item in items}
    images = Counter(item.code for item in items)
    origin = manifest.origin
    publish(
        folder,
        Description(
            name=manifest.name,
            licence=origin.licence,
            # Whoever is to be named travels with the images.
            source=f"{origin.name}. {origin.source}",
            created=manifest.made,
            images=len(items),
            skipped=0,
            lesions=None if None in lesions else len(lesions),
            classes={code: _class(manifest, code, images[code]) for code in sorted(images)},
            model=None if embeddings is None else embeddings.model,
            usual_distance=None if embeddings is None else usual_distance_among(entries),
            synthetic=origin.synthetic,
            library=library[0],
            library_sha256=library[1],
        ),
    )


def _class(manifest: Manifest, code: str, images: int) -> AtlasClass:
    described = manifest.classes[code]
    return AtlasClass(name=described.name, images=images, malignant=described.malignant)


def _item(number: int, one: PackedItem, places: Mapping[str, Path]) -> AtlasItem:
    return AtlasItem(
        id=number,
        path=places[one.sha256],
        sha256=one.sha256,
        code=one.code,
        confirmation=one.confirmation,
        lesion_id=one.lesion,
        age=one.age,
        sex=one.sex,
        site=one.site,
        diagnosis=one.diagnosis,
        image_type=one.image_type,
        skin_type=one.skin_type,
        licence=one.licence,
        attribution=one.attribution,
    )
