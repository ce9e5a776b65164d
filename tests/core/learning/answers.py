"""Answers to test with."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

from core.learning.store.records import Answer, Profile, QuizSession
from core.learning.store.store import LearningStore

START = datetime(2026, 1, 5, 9, tzinfo=UTC)


def digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def begun(store: LearningStore, profile: Profile) -> QuizSession:
    return store.begin(QuizSession(profile_id=profile.id, atlas="Atlas", plan={}, questions=[]))


def answer(
    truth: str,
    code: str,
    *,
    lesion: str = "",
    number: int = 1,
    day: float = 0,
    confidence: float = 0.6,
    session: QuizSession | None = None,
    finding: str = "",
    late: bool = False,
    malignant: bool | None = None,
) -> Answer:
    """An answer of a certain day; a lesion of its own unless one is named."""
    moment = START + timedelta(days=day)
    name = lesion or f"lesion {number} {day}"
    return Answer(
        created=moment,
        changed=moment,
        profile_id="profile" if session is None else session.profile_id,
        session_id="session" if session is None else session.id,
        number=number,
        sha256=digest(name),
        atlas="Atlas",
        lesion=name,
        truth=truth,
        code=code,
        confidence=confidence,
        seconds=3.5,
        late=late,
        malignant=malignant,
        truth_malignant=truth == "mel",
        finding=finding,
        probabilities={finding: 1.0} if finding else {},
    )
