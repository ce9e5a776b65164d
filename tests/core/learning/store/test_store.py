"""What users answer, mark and collect is kept, apart from the atlas and from each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from core.errors import (
    AlreadyInStore,
    ChangedMeanwhile,
    NotInStore,
    StoreError,
    StoreFull,
    StoreReadOnly,
    UsageError,
)
from core.learning.store.records import ImageMark
from core.learning.store.store import LearningStore
from tests.core.learning.answers import START, answer, begun, digest


def test_profiles_are_several_and_have_names_of_their_own(store: LearningStore) -> None:
    store.add_profile("Wayan")
    ayu = store.add_profile("  Ayu   Lestari ")
    assert [one.name for one in store.profiles()] == ["Ayu Lestari", "Wayan"]
    assert store.profile_named("Ayu Lestari") == ayu
    with pytest.raises(AlreadyInStore):
        store.add_profile("Wayan")
    with pytest.raises(UsageError):
        store.add_profile("  ")
    with pytest.raises(NotInStore, match="no profile “Nyoman”"):
        store.profile_named("Nyoman")


def test_nobody_renames_what_they_have_not_seen(store: LearningStore) -> None:
    seen = store.add_profile("Ayu")
    store.rename_profile(seen, "Ayu L.")
    with pytest.raises(ChangedMeanwhile):
        store.rename_profile(seen, "Ayu M.")
    assert [one.name for one in store.profiles()] == ["Ayu L."]


def test_favourites_are_known_by_the_bytes_of_images(store: LearningStore) -> None:
    ayu, wayan = store.add_profile("Ayu"), store.add_profile("Wayan")
    mark = ImageMark(digest("a"), "Atlas")
    store.add_favourites(ayu, [mark, mark, ImageMark(digest("b"), "Atlas")])
    store.add_favourites(ayu, [ImageMark(digest("a"), "Another atlas")])
    assert store.favourites(ayu) == (mark, ImageMark(digest("b"), "Atlas"))
    assert store.favourites(wayan) == ()
    store.remove_favourites(ayu, [digest("a"), digest("never")])
    assert [one.sha256 for one in store.favourites(ayu)] == [digest("b")]


def test_collections_hold_images(store: LearningStore) -> None:
    ayu = store.add_profile("Ayu")
    collection = store.add_collection(ayu, "Difficult ones")
    store.collect(collection, [ImageMark(digest("a"), "Atlas")])
    store.collect(collection, [])
    collection = store.rename_collection(collection, "Very difficult ones")
    assert store.collections(ayu) == (collection,)
    assert store.collected(collection) == (ImageMark(digest("a"), "Atlas"),)
    store.drop(collection, [digest("a")])
    assert store.collected(collection) == ()
    store.remove_collection(collection)
    assert store.collections(ayu) == ()


def test_two_people_may_name_collections_alike_but_one_may_not(store: LearningStore) -> None:
    ayu, wayan = store.add_profile("Ayu"), store.add_profile("Wayan")
    store.add_collection(ayu, "Nevi")
    store.add_collection(wayan, "Nevi")
    with pytest.raises(AlreadyInStore):
        store.add_collection(ayu, "Nevi")


def test_a_question_is_answered_once(store: LearningStore) -> None:
    session = begun(store, store.add_profile("Ayu"))
    first = store.keep(answer("mel", "nv", session=session))
    with pytest.raises(AlreadyInStore, match="answered already"):
        store.keep(answer("mel", "mel", session=session))
    assert store.answers_in(session) == (first,)


def test_what_the_model_says_comes_later(store: LearningStore) -> None:
    session = begun(store, store.add_profile("Ayu"))
    kept = store.keep(answer("mel", "nv", session=session))
    told = store.note_model(kept, {"nv": 0.4, "mel": 0.6})
    assert store.answers_in(session) == (told,)
    assert (told.finding, told.probabilities, told.code) == ("mel", {"nv": 0.4, "mel": 0.6}, "nv")


def test_a_quiz_that_was_left_is_offered_until_it_ends(store: LearningStore) -> None:
    profile = store.add_profile("Ayu")
    session = begun(store, profile)
    assert store.unfinished(profile) == (session,)
    assert store.end(session, START).ended == START
    assert store.unfinished(profile) == ()


def test_errors_are_counted_over_everybody(store: LearningStore) -> None:
    for name, code in (("Ayu", "nv"), ("Wayan", "mel"), ("Nyoman", "bkl")):
        session = begun(store, store.add_profile(name))
        store.keep(answer("mel", code, lesion="a", session=session))
    late = begun(store, store.profile_named("Ayu"))
    store.keep(answer("mel", "mel", lesion="a", session=late, late=True))
    assert store.errors() == {digest("a"): (3, 4)}


def test_a_profile_goes_with_all_that_is_its_own(store: LearningStore) -> None:
    ayu, wayan = store.add_profile("Ayu"), store.add_profile("Wayan")
    for profile in (ayu, wayan):
        session = begun(store, profile)
        store.keep(answer("mel", "nv", lesion=profile.name, session=session))
        store.add_favourites(profile, [ImageMark(digest("a"), "Atlas")])
    store.remove_profile(ayu)
    assert store.answers(ayu) == ()
    assert list(store.errors()) == [digest("Wayan")]
    assert len(store.favourites(wayan)) == 1


def test_everything_is_there_again(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "learning.sqlite3"
    store = LearningStore.open(file)
    kept = store.keep(answer("mel", "nv", session=begun(store, store.add_profile("Ayu"))))
    store.close()
    again = LearningStore.open(file)
    assert again.answers(again.profile_named("Ayu")) == (kept,)
    again.close()


@pytest.mark.parametrize(
    ("pragma", "error", "words"),
    [
        ("max_page_count = 1", StoreFull, "no room left on the disk for answers"),
        ("query_only = ON", StoreReadOnly, "may not be changed here"),
    ],
)
def test_what_cannot_be_kept_is_one_sentence_and_nothing_is_lost(
    store: LearningStore, pragma: str, error: type[StoreError], words: str
) -> None:
    kept = store.add_profile("Ayu")
    with store._database.reading() as connection:  # noqa: SLF001 - SQLite's own way of refusing
        connection.execute(text(f"PRAGMA {pragma}"))
    with pytest.raises(error, match=words):
        store.add_profile("x" * 100_000)
    assert store.profiles() == (kept,)
