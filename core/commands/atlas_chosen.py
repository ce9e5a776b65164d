"""Which images of an atlas a command means: by diagnosis, by words, or by their files."""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from core.atlas import Atlas
from core.atlas.browse import Facet, Filter
from core.errors import AccessDenied, FileMissing, UsageError
from core.language import say
from core.learning.collecting.images import marks_of
from core.reasons import why

if TYPE_CHECKING:
    from core.learning.store.records import ImageMark


def chosen_marks(arguments: argparse.Namespace) -> list[ImageMark]:
    """Mark the images of ``--atlas`` that ``--diagnosis``, ``--words`` and ``--file`` name.

    Raises
    ------
    UsageError
        If none is named, or the atlas has none that is meant.
    """
    atlas = Atlas.open(arguments.atlas)
    narrowed = bool(arguments.diagnosis or arguments.words.strip())
    if not (narrowed or arguments.file):
        raise UsageError(say("Say which images: --diagnosis, --words or --file."))
    ids = {number for path in arguments.file for number in _ids_of(atlas, path)}
    if narrowed:
        codes = frozenset(arguments.diagnosis)
        wanted = Filter(chosen={Facet.DIAGNOSIS: codes}, text=arguments.words)
        ids.update(int(number) for number in atlas.browser.find(wanted).ids)
    if not ids:
        raise UsageError(say("The atlas has no such image."))
    return marks_of(atlas, sorted(ids))


def _ids_of(atlas: Atlas, path: Path) -> tuple[int, ...]:
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise FileMissing(say("{path} is not there.", path=path), value=path) from error
    except OSError as error:
        words = say("{path} cannot be read: {reason}.", path=path, reason=why(error))
        raise AccessDenied(words, value=path) from error
    found = atlas.ids_of([digest]).get(digest, ())
    if not found:
        raise UsageError(say("{path} is no image of the atlas.", path=path), value=path)
    return found
