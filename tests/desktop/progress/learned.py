"""Somebody who has answered, for the place "Progress"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from core.learning.store.store import LearningStore
from tests.core.learning.answers import answer, begun

_ASKED = (("mel", "mel"), ("nv", "nv"), ("mel", "nv"), ("nv", "bcc"))
"""Truth and answer, in turn: half of the answers are right."""


def learn(
    file: Path, name: str = "Ayu", *, count: int = 24, days: float = 10, atlas: str = "Drawn set"
) -> None:
    """Have somebody answer, so many days ago, each time about another lesion."""
    store = LearningStore.open(file)
    known = [one for one in store.profiles() if one.name == name]
    profile = known[0] if known else store.add_profile(name)
    session = begun(store, profile)
    begin = datetime.now(UTC) - timedelta(days=days)
    for number in range(1, count + 1):
        moment = begin + timedelta(minutes=number)
        truth, code = _ASKED[number % len(_ASKED)]
        one = answer(
            truth,
            code,
            lesion=f"{atlas} {number}",
            number=number,
            session=session,
            confidence=0.9,
            finding="mel",
        )
        store.keep(replace(one, created=moment, changed=moment, atlas=atlas))
    store.close()


def begin_profiles(file: Path, names: Sequence[str]) -> None:
    """Have people begin who have answered nothing."""
    store = LearningStore.open(file)
    for name in names:
        store.add_profile(name)
    store.close()
