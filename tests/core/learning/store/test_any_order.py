"""Whatever is done to what users learn, in any order, leaves what plain Python would have left."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from core.errors import AlreadyInStore, ChangedMeanwhile, NotInStore, StoreNotEmpty
from core.learning.store.backup import Held, restore_backup, write_backup
from core.learning.store.records import Answer, Collection, ImageMark, Profile, QuizSession
from core.learning.store.store import LearningStore
from tests.core.learning.answers import START, answer, begun, digest

NAMES = st.sampled_from(["Ayu", "Wayan", "Nyoman", "É", "a b"])
IMAGES = st.lists(st.sampled_from([ImageMark(digest(one), "Atlas") for one in "abcd"]), max_size=4)
PICK = st.integers(0, 50)


@dataclass
class Learned:
    """What is known of somebody."""

    profile: Profile
    favourites: list[ImageMark] = field(default_factory=list)
    collections: dict[str, tuple[Collection, list[ImageMark]]] = field(default_factory=dict)
    sessions: dict[str, QuizSession] = field(default_factory=dict)
    answers: list[Answer] = field(default_factory=list)


def marked(before: list[ImageMark], marks: list[ImageMark]) -> list[ImageMark]:
    return list(dict.fromkeys([*before, *marks]))


class AnyOrder(RuleBasedStateMachine):
    """A store, beside what it should hold, by names of profiles."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="lentigo-any-order-"))
        self.file = self.folder / "learning.sqlite3"
        self.store = LearningStore.open(self.file)
        self.people: dict[str, Learned] = {}

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    @rule(name=NAMES)
    def add(self, name: str) -> None:
        if name in self.people:
            with pytest.raises(AlreadyInStore):
                self.store.add_profile(name)
        else:
            self.people[name] = Learned(self.store.add_profile(f"  {name} "))

    @precondition(lambda self: self.people)
    @rule(pick=PICK, name=NAMES)
    def rename(self, pick: int, name: str) -> None:
        one = self._one(pick)
        if name in self.people and name != one.profile.name:
            with pytest.raises(AlreadyInStore):
                self.store.rename_profile(one.profile, name)
            return
        seen, one.profile = one.profile, self.store.rename_profile(one.profile, name)
        self.people = {other.profile.name: other for other in self.people.values()}
        with pytest.raises(ChangedMeanwhile):
            self.store.rename_profile(seen, "what the slower of two wrote")

    @precondition(lambda self: self.people)
    @rule(pick=PICK)
    def remove(self, pick: int) -> None:
        one = self._one(pick)
        self.store.remove_profile(one.profile)
        del self.people[one.profile.name]
        with pytest.raises(NotInStore):
            self.store.profile_named(one.profile.name)

    @precondition(lambda self: self.people)
    @rule(pick=PICK, marks=IMAGES)
    def like(self, pick: int, marks: list[ImageMark]) -> None:
        one = self._one(pick)
        self.store.add_favourites(one.profile, marks)
        one.favourites = marked(one.favourites, marks)

    @precondition(lambda self: self.people)
    @rule(pick=PICK, marks=IMAGES)
    def like_no_more(self, pick: int, marks: list[ImageMark]) -> None:
        one = self._one(pick)
        self.store.remove_favourites(one.profile, [mark.sha256 for mark in marks])
        one.favourites = [mark for mark in one.favourites if mark not in marks]

    @precondition(lambda self: self.people)
    @rule(pick=PICK, name=NAMES, marks=IMAGES)
    def collect(self, pick: int, name: str, marks: list[ImageMark]) -> None:
        one = self._one(pick)
        if name in one.collections:
            with pytest.raises(AlreadyInStore):
                self.store.add_collection(one.profile, name)
        else:
            one.collections[name] = (self.store.add_collection(one.profile, name), [])
        collection, before = one.collections[name]
        self.store.collect(collection, marks)
        one.collections[name] = (collection, marked(before, marks))

    @precondition(lambda self: self.people)
    @rule(pick=PICK, name=NAMES, marks=IMAGES, whole=st.booleans())
    def drop(self, pick: int, name: str, marks: list[ImageMark], *, whole: bool) -> None:
        one = self._one(pick)
        if name not in one.collections:
            return
        collection, before = one.collections[name]
        if whole:
            self.store.remove_collection(collection)
            del one.collections[name]
        else:
            self.store.drop(collection, [mark.sha256 for mark in marks])
            one.collections[name] = (collection, [mark for mark in before if mark not in marks])

    @precondition(lambda self: self.people)
    @rule(pick=PICK, codes=st.lists(st.sampled_from(["mel", "nv"]), max_size=3), left=st.booleans())
    def quiz(self, pick: int, codes: list[str], *, left: bool) -> None:
        one = self._one(pick)
        session = begun(self.store, one.profile)
        for number, code in enumerate(codes, start=1):
            day = len(one.answers)
            given = answer("mel", code, number=number, day=day, session=session)
            assert self.store.keep(given) == given
            with pytest.raises(AlreadyInStore):
                self.store.keep(answer("mel", "bkl", number=number, session=session))
            one.answers.append(self.store.note_model(given, {"nv": 0.25, "mel": 0.75}))
        later = START + timedelta(days=1)
        one.sessions[session.id] = session if left else self.store.end(session, later)

    @rule()
    def reopen(self) -> None:
        self._closed(lambda: None)

    @rule(replaced=st.booleans())
    def move_by_backup(self, *, replaced: bool) -> None:
        backup, moved = self.folder / "backup", self.folder / "moved.sqlite3"
        answers = sum(len(one.answers) for one in self.people.values())
        assert write_backup(self.file, backup) == Held(len(self.people), answers)
        if self.people:
            with pytest.raises(StoreNotEmpty):
                restore_backup(backup, self.file)
        if replaced:
            self.store.add_profile("Somebody whom the backup does not know")
            self._closed(lambda: restore_backup(backup, self.file, replace=True))
        else:
            self._closed(lambda: self._move(backup, moved))

    @invariant()
    def all_is_as_expected(self) -> None:
        profiles = sorted((one.profile for one in self.people.values()), key=lambda one: one.name)
        assert self.store.profiles() == tuple(profiles)
        for one in self.people.values():
            mine = sorted(one.collections)
            assert self.store.favourites(one.profile) == tuple(one.favourites)
            assert [each.name for each in self.store.collections(one.profile)] == mine
            for collection, marks in one.collections.values():
                assert self.store.collected(collection) == tuple(marks)
            assert self.store.answers(one.profile) == tuple(one.answers)
            left = {key for key, value in one.sessions.items() if value.ended is None}
            assert {each.id for each in self.store.unfinished(one.profile)} == left

    def _one(self, pick: int) -> Learned:
        return list(self.people.values())[pick % len(self.people)]

    def _closed(self, act: Callable[[], object]) -> None:
        self.store.close()
        act()
        self.store = LearningStore.open(self.file)

    def _move(self, backup: Path, place: Path) -> None:
        restore_backup(backup, place, replace=True)
        for path in self.folder.glob(f"{self.file.name}*"):
            path.unlink()
        place.replace(self.file)


@pytest.mark.slow
@pytest.mark.timeout(1800)
class TestAnyOrder(AnyOrder.TestCase):  # type: ignore[misc,valid-type]  # made by hypothesis
    """Hundreds of steps."""

    settings = settings(
        max_examples=25, stateful_step_count=30, suppress_health_check=[HealthCheck.too_slow]
    )
