"""A folder becomes a table: it grows, rests, goes on tomorrow, is narrowed, and opens in Look."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from core.batch.job import BatchJob
from core.batch.reading import read_table
from core.errors import EngineUnavailable, UnreadableImage
from core.model.precision import LowerPrecision, Margins, PrecisionCheck
from core.results import Engine, ModelIdentity, Precision
from desktop.batch.filters import Answered
from desktop.batch.state import BatchState
from desktop.shell.places import Place
from desktop.shell.settings import SettingsStore
from tests.desktop.batch.driven import Batch, accept, begin, drop, rows, table_of
from tests.desktop.conftest import MakeWindow
from tests.desktop.fake_engine import FakeEngine
from tests.desktop.fakes import make_analysis, make_card, make_rules


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    (folder / "below").mkdir(parents=True)
    for number in range(50):
        (folder / "below" / f"{number:02}.jpg").write_bytes(b"no engine reads it")
    return folder


def test_a_folder_becomes_a_table_and_images_of_it_are_looked_at(
    make_window: MakeWindow, photos: Path
) -> None:
    window = make_window(engine=FakeEngine(card=make_card(trust=make_rules())))
    batch = begin(window, photos)
    job = min(batch.client.open)
    batch.client.fail(job, UnreadableImage("It is damaged."))
    window.bot.waitUntil(lambda: batch.model.total == 1)
    batch.answer(9)
    assert "of 50 images" in batch.place.words.text()
    assert "1 without a finding" in batch.place.words.text()
    batch.answer_all()
    found = rows(table_of(photos))
    assert len(found) == 50
    assert (found[0]["file"], found[0]["error"]) == ("below/00.jpg", "It is damaged.")
    assert "50 images in photos-findings.csv" in batch.place.words.text()
    assert "50 images, 1 without a finding" in window.app.notice.words
    batch.place.view.selectRow(1)
    batch.place.view.setFocus()
    QTest.keyClick(batch.place.view, Qt.Key.Key_Return)
    window.bot.waitUntil(lambda: len(window.app.session.images) == 1)
    assert window.app.places.current is Place.LOOK
    assert window.app.session.images[0].source == photos / "below" / "01.jpg"


def test_a_pause_lasts_and_a_stop_is_gone_on_from(make_window: MakeWindow, photos: Path) -> None:
    window = make_window(engine=FakeEngine())
    batch = begin(window, photos)
    window.trigger("batch_pause")
    ahead = len(batch.client.open)
    batch.answer(ahead)
    assert not batch.client.open
    assert "paused" in batch.place.words.text()
    window.trigger("batch_go_on")
    assert batch.client.open
    window.trigger("batch_stop")
    window.bot.waitUntil(lambda: batch.runner.state is BatchState.IDLE)
    assert not batch.client.open
    assert len(rows(table_of(photos))) == ahead
    assert "not come to its end" in batch.place.words.text()
    window.trigger("batch_go_on")
    window.bot.waitUntil(lambda: batch.runner.state is BatchState.RUNNING)
    batch.answer_all()
    assert sorted(row["file"] for row in rows(table_of(photos))) == [
        f"below/{number:02}.jpg" for number in range(50)
    ]


def test_lower_precision_is_chosen_and_stands_in_each_row(
    make_window: MakeWindow, photos: Path
) -> None:
    check = PrecisionCheck(images=2000, equal=2000, again=640, largest_difference=0.03)
    margins = Margins(probability=0.1, novelty=0.1)
    rule = LowerPrecision(precision=Precision.INT8, margins=margins, check=check)
    window = make_window(
        engine=FakeEngine(card=make_card(lower_precision=(rule,)), runs_on=Engine.ONNXRUNTIME)
    )
    window.dialogs.chosen_folder = photos
    window.trigger("batch_new")
    dialog = window.app.batch.commands.dialog
    assert dialog is not None
    assert dialog.faster.isVisible()
    assert "the same on 2,000 images" in dialog.faster_remark.text()
    dialog.faster.setChecked(True)
    wanted = []
    for maps in (True, False):  # nobody has compared maps
        dialog.maps_wanted.setChecked(maps)
        wanted.append(dialog.quick)
    assert wanted == [False, True]
    accept(window)
    batch = Batch(window)
    window.bot.waitUntil(lambda: batch.runner.state is BatchState.RUNNING)
    client = batch.client
    assert {one.quick for one in client.submitted} == {Precision.INT8}
    near, clear = sorted(client.open)[:2]
    asked = len(client.submitted)
    for job, second in ((near, 0.49), (clear, 0.1)):
        analysis = make_analysis(client.card, finding="mel", probability=0.5, others={"nv": second})
        client.finish(job, replace(analysis, precision=Precision.INT8))
    window.bot.waitUntil(lambda: len(client.submitted) > asked + 1)
    again = [one for one in client.submitted if one.quick is None]
    assert [one.source for one in again] == [photos / "below" / "00.jpg"]
    batch.answer_all()
    found = {row["file"]: row["precision"] for row in rows(table_of(photos))}
    assert len(found) == 50
    assert found["below/00.jpg"] == "float32"
    assert found["below/01.jpg"] == "int8"


def test_without_evidence_no_lower_precision_is_offered(
    make_window: MakeWindow, photos: Path
) -> None:
    window = make_window(engine=FakeEngine(runs_on=Engine.ONNXRUNTIME))
    window.dialogs.chosen_folder = photos
    window.trigger("batch_new")
    dialog = window.app.batch.commands.dialog
    assert dialog is not None
    assert not dialog.faster.isVisible()
    assert not dialog.quick
    dialog.reject()


def test_a_batch_begun_while_another_is_being_opened_takes_its_place(
    make_window: MakeWindow, photos: Path, tmp_path: Path
) -> None:
    window = make_window(engine=FakeEngine())
    window.trigger("place_batch")
    batch = Batch(window)
    other = tmp_path / "other"
    other.mkdir()
    (other / "one.jpg").write_bytes(b"no engine reads it")
    first, second = BatchJob((photos,), tmp_path / "1.csv"), BatchJob((other,), tmp_path / "2.csv")
    assert batch.presenter.start(first)
    assert batch.runner.state is BatchState.BEGINNING
    assert batch.presenter.start(second)
    window.bot.waitUntil(lambda: batch.runner.state is BatchState.RUNNING)
    assert [one.source for one in batch.client.submitted] == [other / "one.jpg"]
    batch.answer_all()
    assert [row["file"] for row in rows(second.table)] == ["one.jpg"]
    assert not first.table.exists() or not rows(first.table)
    assert batch.presenter.start(first)  # its table is free
    window.bot.waitUntil(lambda: batch.runner.state is BatchState.RUNNING)
    assert batch.runner.total == 50


def test_closing_the_window_loses_nothing_and_the_place_offers_to_go_on(
    make_window: MakeWindow, photos: Path
) -> None:
    settings = SettingsStore()
    window = make_window(engine=FakeEngine(), settings=settings)
    begin(window, photos).answer(20)
    window.frame.window.close()
    assert len(rows(table_of(photos))) == 20
    again = make_window(engine=FakeEngine(), settings=settings)
    again.trigger("place_batch")
    batch = Batch(again)
    again.bot.waitUntil(lambda: batch.model.rowCount() == 20)
    assert "20 images in photos-findings.csv so far" in batch.place.words.text()
    again.trigger("batch_go_on")
    again.bot.waitUntil(lambda: batch.runner.state is BatchState.RUNNING)
    assert len(batch.client.submitted) == 30
    batch.answer_all()
    assert len(rows(table_of(photos))) == 50


@pytest.mark.usefixtures("speak")
def test_another_language_shows_the_table_again(make_window: MakeWindow, photos: Path) -> None:
    window = make_window(engine=FakeEngine())
    begin(window, photos).answer(7)
    window.trigger("batch_stop")
    old = window.frame
    window.trigger("language_id")
    window.bot.waitUntil(lambda: window.frame is not old)
    window.bot.waitUntil(lambda: window.app.places.current is Place.BATCH)
    batch = Batch(window)
    window.bot.waitUntil(lambda: batch.model.rowCount() == 7)
    assert "7 citra" in batch.place.words.text()
    window.bot.waitUntil(window.app.actions["batch_go_on"].isEnabled)


def test_rows_are_sorted_narrowed_and_saved(
    make_window: MakeWindow, photos: Path, tmp_path: Path
) -> None:
    window = make_window(engine=FakeEngine())
    batch = begin(window, photos)
    card = batch.client.card
    for number, job in enumerate(sorted(batch.client.open)[:10]):
        finding = "mel" if number % 2 else "nv"
        analysis = make_analysis(card, finding=finding, probability=0.5 + number / 50)
        batch.client.finish(job, analysis)
    window.bot.waitUntil(lambda: batch.model.total == 10)
    batch.place.view.sort_by(2, Qt.SortOrder.DescendingOrder)
    window.bot.waitUntil(lambda: batch.names[0] == "below/09.jpg")
    batch.answer(1)  # what comes while it is sorted is put where it belongs
    assert batch.names.index("below/10.jpg") == 3
    bar = batch.place.filter_bar
    bar.classes.setCurrentIndex(bar.classes.findData("nv"))
    window.bot.waitUntil(lambda: batch.model.rowCount() == 5)
    assert batch.names == [f"below/0{number}.jpg" for number in (8, 6, 4, 2, 0)]
    bar.words.setText("06")
    window.bot.waitUntil(lambda: batch.names == ["below/06.jpg"])
    assert batch.place.shown.text() == "1 of 11 images"
    window.dialogs.chosen_csv = tmp_path / "some.csv"
    window.trigger("batch_save")
    window.bot.waitUntil((tmp_path / "some.csv").exists)
    (saved,) = read_table(tmp_path / "some.csv").results
    assert saved == batch.model.results[0]
    bar.clear()
    window.bot.waitUntil(lambda: batch.model.rowCount() == 11)
    batch.place.view.selectAll()
    assert batch.place.shown.text() == "11 images, 11 chosen"
    bar.answers.setCurrentIndex(bar.answers.findData(Answered.ERRORS))
    window.bot.waitUntil(lambda: batch.model.rowCount() == 0)


def test_a_batch_waits_for_a_model_and_never_mixes_two(
    make_window: MakeWindow, photos: Path
) -> None:
    window = make_window(engine=FakeEngine())
    batch = begin(window, photos)
    batch.answer(5)
    batch.client.break_down(EngineUnavailable("The model is broken."))
    window.bot.waitUntil(lambda: batch.runner.state is BatchState.PAUSED)
    assert len(rows(table_of(photos))) == 5
    batch.client.become_ready()
    window.bot.waitUntil(lambda: window.app.engine.status.ready is not None)
    window.trigger("batch_go_on")
    batch.answer(5)
    other = ModelIdentity(name="other", version="2", sha256="cd" * 32)
    batch.client.become_ready(identity=other)
    window.bot.waitUntil(lambda: batch.runner.state is BatchState.IDLE)
    assert "answers of another model" in window.app.notice.words
    window.trigger("batch_go_on")
    window.bot.waitUntil(lambda: "results of another model" in window.app.notice.words)
    assert len(rows(table_of(photos))) == 10


def test_a_refused_table_leaves_the_rows_in_sight_with_their_own_folder(
    make_window: MakeWindow, photos: Path, tmp_path: Path
) -> None:
    window = make_window(engine=FakeEngine())
    batch = begin(window, photos)
    batch.answer(5)
    window.trigger("batch_stop")
    window.bot.waitUntil(lambda: batch.runner.state is BatchState.IDLE)
    other = tmp_path / "other"
    (other / "below").mkdir(parents=True)
    (other / "below" / "00.jpg").write_bytes(b"of somebody else")
    (tmp_path / "other-findings.csv").write_text("name,born\n")
    begin(window, other)
    window.bot.waitUntil(lambda: "cannot be gone on with" in window.app.notice.words)
    assert batch.presenter.table == table_of(photos)
    batch.place.view.selectRow(0)
    window.trigger("batch_look")
    window.bot.waitUntil(lambda: len(window.app.session.images) == 1)
    assert window.app.session.images[0].source == photos / "below" / "00.jpg"


def test_images_in_look_go_first_and_closing_them_stops_no_batch(
    make_window: MakeWindow, photos: Path, tmp_path: Path
) -> None:
    window = make_window(engine=FakeEngine())
    batch = begin(window, photos)
    window.open([tmp_path / "urgent.jpg"])
    priorities = {one.source.name: one.priority for one in batch.client.submitted
                  if isinstance(one.source, Path)}  # fmt: skip
    assert priorities["urgent.jpg"] > priorities["00.jpg"]
    window.trigger("close_all")
    assert batch.client.open
    window.trigger("place_batch")
    batch.answer_all()
    assert len(rows(table_of(photos))) == 50


def test_folders_and_tables_are_dropped_on_the_place(make_window: MakeWindow, photos: Path) -> None:
    window = make_window(engine=FakeEngine(answers_at_once=True))
    expected = [window.app.window.takes_batches]
    window.trigger("place_batch")
    expected.append(window.app.window.takes_batches)
    assert expected == [False, True]
    drop(window, photos, photos.parent)
    dialog = window.app.batch.commands.dialog
    assert dialog is not None
    assert dialog.job.folders == (photos, photos.parent)
    dialog.maps_wanted.setChecked(True)
    dialog.maps.setText(str(photos / "maps"))
    assert "would be taken for images" in dialog.remark.text()
    start = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    assert not start.isEnabled()
    dialog.maps_wanted.setChecked(False)
    assert start.isEnabled()
    accept(window)
    batch = Batch(window)
    window.bot.waitUntil(lambda: batch.presenter.finished and batch.model.rowCount() == 50)
    assert batch.names[0] == "photos/below/00.jpg"
    drop(window, table_of(photos))
    window.bot.waitUntil(lambda: batch.presenter.table == table_of(photos))
    window.dialogs.opened_csv = photos / "below" / "00.jpg"
    window.trigger("batch_open")
    window.bot.waitUntil(lambda: "is no table of results" in window.app.notice.words)


def test_heat_maps_are_written_beside(make_window: MakeWindow, photos: Path) -> None:
    window = make_window(engine=FakeEngine(answers_at_once=True))
    window.dialogs.chosen_folder = photos / "below"
    window.trigger("batch_new")
    dialog = window.app.batch.commands.dialog
    assert dialog is not None
    dialog.table.setText(str(photos.parent / "table.csv"))
    dialog.maps_wanted.setChecked(True)
    dialog.maps.setText(str(photos.parent / "maps"))
    accept(window)
    batch = Batch(window)
    window.bot.waitUntil(lambda: batch.presenter.finished and batch.model.rowCount() == 50)
    assert len(list((photos.parent / "maps").glob("*.heatmap.png"))) == 50
