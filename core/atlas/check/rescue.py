"""Writes what can be read of a damaged atlas into a folder of its own."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from core.atlas.atlas import Atlas
from core.atlas.check.examine import Examined, examine
from core.atlas.check.flaw import Problem
from core.atlas.description import AtlasClass, Description, damaged
from core.atlas.item import AtlasItem
from core.atlas.paths import plain
from core.atlas.writing import publish, write_library
from core.datasets.statement import UNKNOWN
from core.errors import UsageError
from core.language import say
from core.taxonomy import KNOWN


@dataclass(frozen=True, slots=True)
class Rescued:
    """An atlas of what could be read.

    Parameters
    ----------
    atlas : Atlas
        Ready to be browsed; its images stay where they are.
    problems : tuple of Problem
        What is wrong with the damaged one.
    """

    atlas: Atlas
    problems: tuple[Problem, ...]


def rescue(folder: Path, *, into: Path) -> Rescued:
    """Write an atlas of what can be read.

    Parameters
    ----------
    folder : Path
        Of the damaged atlas, which is left as it is.
    into : Path
        Another folder; made where it is missing, and an atlas there is replaced.

    Raises
    ------
    UsageError
        If it is the same folder.
    AtlasError
        If there is no atlas, or nothing of it can be read.
    OutputError
        If nothing can be written there.
    """
    if plain(folder) == plain(into):
        raise UsageError(
            say("What is rescued goes into another folder than {folder}.", folder=folder)
        )
    found = examine(folder)
    if not found.items:
        raise damaged(folder, found.problems[0].path.name if found.problems else "")
    into.mkdir(parents=True, exist_ok=True)
    entries = [(item, found.vectors.get(item.id)) for item in found.items]
    library = write_library(
        into, entries, skipped=found.skipped, pairs=found.pairs, origins=found.origins
    )
    publish(into, _described(found, library))
    return Rescued(Atlas.open(into), found.problems)


def _described(found: Examined, library: tuple[str, str]) -> Description:
    known = found.description
    lesions = {item.lesion_id for item in found.items}
    values = {
        "format": Description.model_fields["format"].default,
        "images": len(found.items),
        "lesions": None if None in lesions else len(lesions),
        "classes": _classes(found.items, known),
        "model": known.model if known is not None and found.vectors else None,
        "skipped": len(found.skipped),
        "copies": len(found.pairs),
        "contradicting": sum(pair.contradicting for pair in found.pairs),
        "library": library[0],
        "library_sha256": library[1],
    }
    if known is not None:
        usual = known.usual_distance if found.vectors else None
        return known.model_copy(update={**values, "usual_distance": usual})
    return Description(
        name=found.folder.resolve().name or UNKNOWN,
        licence=UNKNOWN,
        source=UNKNOWN,
        created=datetime.now(UTC).date().isoformat(),
        **values,
    )


def _classes(items: tuple[AtlasItem, ...], known: Description | None) -> dict[str, AtlasClass]:
    counts = Counter(item.code for item in items)
    return {code: _class(code, counts[code], known) for code in sorted(counts)}


def _class(code: str, images: int, known: Description | None) -> AtlasClass:
    if known is not None and code in known.classes:
        return known.classes[code].model_copy(update={"images": images})
    entry = KNOWN.get(code)
    if entry is None:
        return AtlasClass(name=code, images=images)
    return AtlasClass(name=entry.name, images=images, malignant=entry.malignant)
