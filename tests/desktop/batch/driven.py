"""The place "Batch" as a user drives it, with a stand-in engine."""

from __future__ import annotations

import csv
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QDialogButtonBox

from desktop.batch.place import BatchPlace
from desktop.batch.presenter import BatchPresenter
from desktop.batch.result_model import ResultModel
from desktop.batch.runner import BatchRunner
from desktop.batch.state import BatchState
from desktop.shell.places import Place
from tests.desktop.fake_engine import FakeClient
from tests.desktop.windows import Window


class Batch:
    """The place, and what is done in it."""

    def __init__(self, window: Window) -> None:
        self.window = window
        part = window.app.batch
        assert part.place is not None
        assert part.model is not None
        assert part.runner is not None
        assert part.presenter is not None
        self.place: BatchPlace = part.place
        self.model: ResultModel = part.model
        self.runner: BatchRunner = part.runner
        self.presenter: BatchPresenter = part.presenter

    @property
    def client(self) -> FakeClient:
        return self.window.engine.client

    @property
    def names(self) -> list[str]:
        return [result.name for result in self.model.results]

    def answer(self, images: int) -> None:
        """Answer some, and wait for their rows."""
        before = self.model.total
        for job in sorted(self.client.open)[:images]:
            self.client.finish(job)
        self.window.bot.waitUntil(lambda: self.model.total == before + images)

    def answer_all(self) -> None:
        def answer() -> bool:
            for job in sorted(self.client.open):
                self.client.finish(job)
            return self.runner.state is BatchState.IDLE

        self.window.bot.waitUntil(answer)
        self.window.bot.waitUntil(lambda: self.model.rowCount() == self.model.total)


def begin(window: Window, folder: Path) -> Batch:
    window.dialogs.chosen_folder = folder
    window.trigger("batch_new")
    assert window.app.places.current is Place.BATCH
    accept(window)
    batch = Batch(window)
    window.bot.waitUntil(lambda: batch.runner.state is not BatchState.BEGINNING)
    return batch


def accept(window: Window) -> None:
    dialog = window.app.batch.commands.dialog
    assert dialog is not None
    dialog.buttons.button(QDialogButtonBox.StandardButton.Save).click()


def table_of(folder: Path) -> Path:
    return folder.parent / "photos-findings.csv"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def drop(window: Window, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window.app.window.dropped.emit(data)
