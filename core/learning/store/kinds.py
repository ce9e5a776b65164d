"""How each kind of record is kept."""

from __future__ import annotations

from typing import Final

from core.cases.repository import Repository
from core.language import marked
from core.learning.store import tables
from core.learning.store.records import Answer, Collection, Profile, QuizSession

PROFILES: Final = Repository(Profile, tables.PROFILES, marked("profile"))
COLLECTIONS: Final = Repository(Collection, tables.COLLECTIONS, marked("collection"))
SESSIONS: Final = Repository(QuizSession, tables.SESSIONS, marked("quiz"))
ANSWERS: Final = Repository(Answer, tables.ANSWERS, marked("answer"))
