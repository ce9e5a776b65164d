"""What the window says of packages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from core.language import again
from core.learning.package.licences import Permission
from desktop.language.words import count, mark, tr
from desktop.look.words import images_words

if TYPE_CHECKING:
    from core.learning.package.inspecting import Inspected
    from core.learning.package.licences import LicenceCount
    from core.learning.package.manifest import Manifest, PackedModel
    from core.learning.package.packing import Packed

_SHOWN: Final = 8
LABELS_STAY: Final = mark("Labels of pictures that stay go along, for who has the images.")
OWN_RIGHTS: Final = mark("You confirm to hold the rights to all of them; the package says so.")
COMPARE: Final = mark(
    "Tell this checksum to those who get the file by another way, so that they can be sure that it "
    "is this one."
)


def licence_words(counts: Iterable[LicenceCount], *, own_rights: bool) -> str:
    """Say how many pictures may go along, and why the others stay; a line for each licence."""
    known = list(counts)
    lines = [_may_go(one) for one in known]
    stay = any(one.permission is not Permission.GIVEN for one in known)
    if stay:
        lines.append(tr(OWN_RIGHTS) if own_rights else tr(LABELS_STAY))
    return "\n".join(lines)


def _may_go(one: LicenceCount) -> str:
    licence = again(one.licence)
    match one.permission:
        case Permission.GIVEN:
            return count(
                "{n:,} picture may be passed on: {licence}.",
                "{n:,} pictures may be passed on: {licence}.",
                n=one.images,
                licence=licence,
            )
        case Permission.REFUSED:
            return count(
                "{n:,} picture stays, as its licence does not let it be passed on: {licence}.",
                "{n:,} pictures stay, as their licence does not let them be passed on: {licence}.",
                n=one.images,
                licence=licence,
            )
        case Permission.UNKNOWN:
            return count(
                "{n:,} picture stays, as nobody can tell whether its licence lets it be passed on: "
                "{licence}.",
                "{n:,} pictures stay, as nobody can tell whether their licence lets them be passed "
                "on: {licence}.",
                n=one.images,
                licence=licence,
            )


def packed_words(packed: Packed) -> str:
    """Say what was packed, and what stayed."""
    lines = [
        tr(
            "{file} holds {images}.",
            file=packed.path.name,
            images=images_words(len(packed.manifest.items)),
        )
    ]
    for reason, number in Counter(str(one.reason) for one in packed.left_out).items():
        lines.append(
            tr(
                "{images} without the picture, because {reason}.",
                images=images_words(number),
                reason=again(reason),
            )
        )
    if packed.manifest.model is not None:
        lines.append(_embedded(packed.manifest.model))
    return "\n".join(lines)


def kind_words(manifest: Manifest) -> str:
    """Say what a package is, from whom, and of which day."""
    if manifest.plan is None:
        kind = tr("A collection")
    else:
        n = manifest.plan.count
        kind = count("A quiz of {n:,} question", "A quiz of {n:,} questions", n=n)
    if manifest.author:
        return tr(
            "{kind}, made by {author} on {day}",
            kind=kind,
            author=manifest.author,
            day=manifest.made,
        )
    return tr("{kind}, made on {day}", kind=kind, day=manifest.made)


def inside_words(found: Inspected) -> str:
    """Say what is in a package, a line for each thing."""
    return "\n".join(_inside(found))


def _inside(found: Inspected) -> Iterator[str]:
    manifest = found.manifest
    yield tr(
        "{images}: {diagnoses}",
        images=images_words(len(manifest.items)),
        diagnoses=_counted(again(manifest.classes[one.code].name) for one in manifest.items),
    )
    licences = (again(one.licence or manifest.origin.licence) for one in manifest.items)
    yield tr("Licence: {licence}", licence=_counted(licences))
    origin = manifest.origin
    yield tr("Source: {name}. {source}", name=again(origin.name), source=again(origin.source))
    if manifest.own_rights:
        yield tr("Its maker confirms to hold the rights to all images, whatever the licences say.")
    if origin.synthetic:
        yield tr("The images are drawings that show nobody.")
    if manifest.model is not None:
        yield _embedded(manifest.model)
    absent = len(found.known) + len(found.missing)
    if absent:
        yield count(
            "{n:,} picture is not in the file; the open atlas has {known:,} of these.",
            "{n:,} pictures are not in the file; the open atlas has {known:,} of these.",
            n=absent,
            known=len(found.known),
        )


def _embedded(model: PackedModel) -> str:
    return tr(
        "With embeddings by the model {name} {version}, by which similar images are found.",
        name=model.name,
        version=model.version,
    )


def _counted(values: Iterable[str]) -> str:
    """Name the most frequent values with their numbers."""
    counts = Counter(values).most_common()
    named = [tr("{name} ({n:,})", name=name, n=n) for name, n in counts[:_SHOWN]]
    return ", ".join([*named, "…"] if len(counts) > _SHOWN else named)


def brought_words(name: str, *, images: int, missing: int) -> str:
    """Say what was brought in."""
    words = tr("“{name}” is in use: {images}.", name=name, images=images_words(images))
    if not missing:
        return words
    without = count(
        "{n:,} image is missing, as its picture was not in the file.",
        "{n:,} images are missing, as their pictures were not in the file.",
        n=missing,
    )
    return f"{words} {without}"
