"""The place in a window: what is begun, chosen and left."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt

from core.atlas import Atlas
from core.learning.store.records import ImageMark
from core.learning.store.store import LearningStore
from desktop.quiz.stage import Stage
from tests.desktop.conftest import MakeWindow
from tests.desktop.quiz.begun import ESCAPE, RETURN, answers, begin
from tests.desktop.quiz.driven import Quizzing, enter, go_there


def test_without_an_atlas_ways_to_one_are_offered(make_window: MakeWindow, atlas: Path) -> None:
    found = enter(make_window, None)
    assert "Test yourself on labelled images" in found.place.message.words
    found.window.dialogs.chosen_folder = atlas
    found.window.trigger("choose_atlas")
    found.window.bot.waitUntil(found.begin.isVisible)
    found.settle()
    assert found.begin.title.text() == "Quiz about Drawn set"


def test_nobody_begins_without_a_name(make_window: MakeWindow, atlas: Path) -> None:
    found = enter(make_window, atlas)
    assert not found.begin.begin.isEnabled()
    assert "Say who learns first" in found.begin.remark.text()
    found.type("  ")
    found.press(RETURN)
    assert found.at(Stage.NONE)
    found.type("Ayu")
    found.press(RETURN)
    assert found.at(Stage.NONE)  # whoever begins a profile begins nothing else
    assert found.begin.begin.isEnabled()


def test_what_is_chosen_is_asked_and_remembered(quizzing: Quizzing) -> None:
    form = quizzing.begin
    form.diagnoses.boxes[0].setChecked(True)
    form.time.choose(30)
    form.malignant.setChecked(True)
    begin(quizzing, number=5)
    plan = quizzing.presenter.quiz.plan if quizzing.presenter.quiz is not None else None
    assert plan is not None
    assert plan.topic.codes == ("nv",)
    assert (plan.seconds, plan.ask_malignant, plan.count) == (30, True, 5)
    assert quizzing.sheet.number.text() == "Question 1 of 4"  # there are no more
    assert quizzing.sheet.time.text() == "30 seconds left"
    assert quizzing.window.app.settings.current.quiz
    quizzing.press(ESCAPE)
    assert form.plan == plan


def test_favourites_and_collections_can_be_asked_about(
    quizzing: Quizzing, store: LearningStore, atlas: Path
) -> None:
    assert not quizzing.begin.collection.isVisible()
    items = Atlas.open(atlas).library.every()
    ayu = store.profile_named("Ayu")
    collection = store.add_collection(ayu, "Difficult")
    marks = [ImageMark(one.sha256, "Drawn set") for one in items[:2]]
    store.collect(collection, marks)
    store.add_favourites(ayu, marks[:1])
    quizzing.window.trigger("place_atlas")
    found = go_there(quizzing.window)
    box = found.begin.collection
    assert [box.itemText(row) for row in range(box.count())] == [
        "The whole atlas",
        "My favourites",
        "Difficult",
    ]
    box.choose(collection.id)
    begin(found)
    quiz = found.presenter.quiz
    assert quiz is not None
    assert {one["sha256"] for one in quiz.session.questions} == {mark.sha256 for mark in marks}


def test_nothing_about_a_topic_is_said_and_the_form_stays(quizzing: Quizzing) -> None:
    quizzing.begin.collection.offer([("Gone", "gone")], chosen="gone")
    quizzing.press(RETURN)
    assert quizzing.at(Stage.NONE)
    assert "no image about this topic" in quizzing.window.app.notice.words
    assert quizzing.begin.begin.isEnabled()


def test_what_was_left_is_ended_when_nobody_wants_it(
    quizzing: Quizzing, store: LearningStore
) -> None:
    begin(quizzing)
    quizzing.answer(right=True)
    quizzing.press(ESCAPE)
    assert quizzing.begin.go_on.isVisible()
    quizzing.begin.drop.click()
    quizzing.settle()
    assert not quizzing.begin.go_on.isVisible()
    assert store.unfinished(store.profile_named("Ayu")) == ()
    assert len(answers(store)) == 1


def test_what_was_missed_is_seen_again_and_similar_ones_beside_it(quizzing: Quizzing) -> None:
    begin(quizzing)
    for _ in range(5):
        quizzing.answer(right=False)
        quizzing.press(RETURN)
    assert quizzing.at(Stage.ENDED)
    quizzing.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Down, RETURN)
    assert quizzing.at(Stage.REVIEWING)
    assert quizzing.sheet.telling.next.text() == "Back to the result"
    assert len(quizzing.sheet.telling.rows) == 7
    quizzing.sheet.telling.others.click()
    quizzing.settle()
    assert 0 < len(quizzing.sheet.telling.rows) < 7
    quizzing.sheet.telling.similar.opened.emit(0)
    quizzing.settle()
    assert quizzing.comparing()
    quizzing.window.trigger("quiz_back")
    assert not quizzing.comparing()
    quizzing.press(ESCAPE)
    assert quizzing.at(Stage.ENDED)
    quizzing.press(ESCAPE)
    assert quizzing.at(Stage.NONE)


def test_another_person_is_offered_their_own(quizzing: Quizzing) -> None:
    begin(quizzing)
    quizzing.press(ESCAPE)
    assert quizzing.begin.go_on.isVisible()
    quizzing.begin.profile.new.click()
    quizzing.sign_in("Made")
    assert not quizzing.begin.go_on.isVisible()
    quizzing.begin.profile.list.choose(quizzing.window.app.profiles.everybody[0].id)
    quizzing.settle()
    assert quizzing.begin.go_on.isVisible()


def test_an_atlas_that_cannot_be_read_says_so(make_window: MakeWindow, atlas: Path) -> None:
    (atlas / "atlas.json").unlink()
    found = enter(make_window, atlas)
    assert "The atlas cannot be opened" in found.place.message.words


def test_images_that_are_chosen_in_the_atlas_are_asked_about(
    make_window: MakeWindow, atlas: Path
) -> None:
    found = enter(make_window, atlas)
    found.sign_in("Ayu")
    begin(found)
    found.window.trigger("place_atlas")
    part = found.window.app.atlas
    found.window.bot.waitUntil(lambda: part.presenter is not None and part.presenter.settled)
    assert part.place is not None
    part.place.view.selectAll()
    part.place.view.selectionModel().select(
        part.place.view.model().index(0, 0), QItemSelectionModel.SelectionFlag.Deselect
    )
    found.window.trigger("atlas_quiz")
    found.settle()
    assert found.at(Stage.NONE)
    assert found.begin.collection.currentText() == "The 7 chosen images"
    assert found.begin.go_on.isVisible()  # the one that was on
    found.begin.number.choose(10)
    found.begin.begin.click()
    found.settle()
    assert found.sheet.number.text() == "Question 1 of 7"
