"""Which migrations the database has, and what its failures are called."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from core.language import marked
from core.learning.store.tables import METADATA, REVISION
from core.sql.schema import FailureWords, Schema

_WORDS: Final = FailureWords(
    full=marked(
        "There is no room left on the disk for answers. Nothing was lost: make room, and try again."
    ),
    read_only=marked(
        "Answers and collections may not be changed here: the file or its folder is "
        "write-protected."
    ),
    busy=marked(
        "Another program holds the answers and collections. Nothing was lost: try again in a "
        "moment."
    ),
    damaged=marked(
        "The database of answers and collections is damaged. Move it away, and new ones are begun."
    ),
    unavailable=marked("The database of answers and collections cannot be opened: {words}."),
    too_new=marked(
        "The answers and collections in {where} were last used by a newer version of Lentigo: "
        "use that version."
    ),
)
SCHEMA: Final = Schema(
    migrations=Path(__file__).parent / "migrations",
    revision=REVISION,
    tables=METADATA,
    words=_WORDS,
)
