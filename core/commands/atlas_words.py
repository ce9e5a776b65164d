"""What the commands about atlases say."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from core.atlas import Atlas, AtlasItem, Skipped
from core.atlas.description import Description
from core.atlas.item import Pair
from core.language import again, counted, say

_SHOWN: Final = 20


def how_many(atlas: Atlas) -> str:
    """Count images and lesions."""
    described = atlas.description
    if described.lesions is None:
        return say("{images:,} images", images=described.images)
    return say(
        "{images:,} images of {lesions:,} lesions",
        images=described.images,
        lesions=described.lesions,
    )


def copies_words(described: Description) -> list[str]:
    """Say what shows the same, and what contradicts itself; nothing where there is nothing."""
    words = []
    if described.copies:
        words.append(
            counted(
                "{count:,} pair of images that show the same",
                "{count:,} pairs of images that show the same",
                count=described.copies,
            )
        )
    if described.contradicting:
        words.append(
            counted(
                "{count:,} pair that shows the same under different diagnoses",
                "{count:,} pairs that show the same under different diagnoses",
                count=described.contradicting,
            )
        )
    return [*words]


def say_skipped(skipped: Sequence[Skipped]) -> None:
    """List what is not in an atlas."""
    if not skipped:
        return
    words = counted(
        "{count:,} image could not be used:",
        "{count:,} images could not be used:",
        count=len(skipped),
    )
    sys.stderr.write(f"{words}\n")
    for one in skipped[:_SHOWN]:
        sys.stderr.write(f"  {one.path}: {again(one.message)}\n")
    say_rest(len(skipped) - _SHOWN)


def say_rest(count: int) -> None:
    """Say how many are not shown, where there are any."""
    if count > 0:
        sys.stderr.write(f"  {say('and {count:,} more', count=count)}\n")


def say_contradictions(items: Mapping[int, AtlasItem], pairs: Iterable[Pair]) -> None:
    """List what shows the same under different diagnoses."""
    torn = [pair for pair in pairs if pair.contradicting]
    if not torn:
        return
    sys.stderr.write(f"{say('These show the same under different diagnoses:')}\n")
    for pair in torn[:_SHOWN]:
        first, second = items[pair.first], items[pair.second]
        sys.stderr.write(f"  {first.path} ({first.code}), {second.path} ({second.code})\n")
    say_rest(len(torn) - _SHOWN)
