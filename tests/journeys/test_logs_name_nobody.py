"""Whatever goes wrong on the way, logs, crash reports and what is left behind name no patient."""

from __future__ import annotations

import io
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from core.batch.job import BatchJob
from core.cases.address import CaseAddress
from core.cases.records import Patient
from core.cases.store import CaseStore
from core.errors import LentigoError, UnreadableImage
from core.logs import private_traceback
from desktop.batch.state import BatchState
from desktop.shell.settings import SettingsStore
from tests.desktop.batch.driven import Batch
from tests.desktop.conftest import MakeWindow
from tests.desktop.fake_engine import FakeEngine
from tests.desktop.windows import Window
from tests.guards.isolation import isolated_environment
from tests.journeys import marked

_RECENT = ("recent=", "folder=")
"""The settings that name what was opened, as docs/privacy.md says."""


def environment(root: Path, home: Path) -> dict[str, str]:
    """A home and a folder for temporary files of their own."""
    (home / "tmp").mkdir(parents=True)
    (home / "runtime").mkdir(mode=0o700)
    return {
        **os.environ,
        **isolated_environment(home),
        "PYTHONPATH": str(root),
        "TMPDIR": str(home / "tmp"),
        "LENTIGO_CASES": str(home.parent / "cases" / "c.sqlite3"),
        "LENTIGO_CASE_IMAGES": str(home.parent / "cases" / "images"),
    }


def lentigo(root: Path, home: Path, *words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "desktop", *map(str, words)], cwd=home, text=True,
        capture_output=True, check=False, env=environment(root, home), timeout=120,
    )  # fmt: skip


def test_damaged_files_and_a_missing_model(root: Path, tmp_path: Path) -> None:
    """The real window with real decoders and a real engine, which finds no model to load."""
    home, shot = tmp_path / "home", tmp_path / "shot.png"
    done = lentigo(
        root, home, "--screenshot", shot, "--model", tmp_path / "no model",
        *marked.files(tmp_path / "Zebedee"),
    )  # fmt: skip
    assert shot.exists(), done.stderr
    assert marked.found_in(done.stderr) == []
    assert marked.left_in(home) == {}


@pytest.mark.usefixtures("caplog")  # it judges the logs itself
def test_a_batch_in_the_window(
    make_window: MakeWindow, overheard: io.StringIO, tmp_path: Path
) -> None:
    """Images that fail, a table that cannot be opened, one that cannot be written, an end."""
    folder = tmp_path / "Zebedee"
    marked.files(folder)
    kept = tmp_path / "settings.ini"
    settings = SettingsStore(QSettings(str(kept), QSettings.Format.IniFormat))
    window = make_window(engine=FakeEngine(), settings=settings)
    window.trigger("place_batch")
    batch = Batch(window)
    blocked = tmp_path / "marksman.csv"
    blocked.write_text("snapdragon\n")
    assert batch.presenter.start(BatchJob((folder,), blocked))
    window.bot.waitUntil(lambda: "marksman.csv" in window.app.notice.words)  # it is told so
    job = BatchJob((folder,), tmp_path / "Zebedee.csv", tmp_path / "maps")
    assert batch.presenter.start(job)
    window.bot.waitUntil(lambda: batch.runner.state is BatchState.RUNNING)
    first = min(batch.client.open)
    batch.client.fail(first, UnreadableImage("Zebedee Marksman is damaged."))
    window.bot.waitUntil(lambda: batch.model.total == 1)
    (tmp_path / "maps").write_text("where heat maps should be")
    batch.client.finish(min(batch.client.open))
    window.bot.waitUntil(lambda: batch.runner.state is BatchState.IDLE)
    window.frame.window.close()
    assert marked.found_in(overheard.getvalue()) == []


@pytest.mark.usefixtures("caplog")  # it judges the logs itself
def test_a_window_in_which_everything_goes_wrong(
    make_window: MakeWindow, own_cases: CaseAddress, overheard: io.StringIO, qtbot: QtBot,
    tmp_path: Path,
) -> None:  # fmt: skip
    pictures = marked.files(tmp_path / "Zebedee")
    image = marked.fill(own_cases, pictures[0])
    own_cases.images.joinpath(image.sha256[:2], image.sha256).unlink()
    kept = tmp_path / "settings.ini"
    settings = SettingsStore(QSettings(str(kept), QSettings.Format.IniFormat))
    window = make_window(settings=settings)
    window.open(pictures[:1])
    window.settle()
    with qtbot.capture_exceptions() as crashes:
        provoke(window, pictures[0])
        qtbot.waitUntil(lambda: len(crashes) == 3)
    assert any(marked.found_in(repr(error)) for _, error, _ in crashes)  # they do name somebody
    for _, error, _ in crashes:
        assert marked.found_in(private_traceback(error)) == []
        logging.getLogger("desktop").error("crashed over %s", error, exc_info=error)
    window.frame.window.close()
    del settings
    assert marked.found_in(overheard.getvalue()) == []
    lines = kept.read_text(encoding="utf-8").splitlines()
    assert any(line.startswith(_RECENT[0]) for line in lines)
    assert not [one for one in lines if marked.found_in(one) and not one.startswith(_RECENT)]


def provoke(window: Window, picture: Path) -> None:
    """Show the patient whose original is lost; crash in a background, in the desk, in the store."""
    window.trigger("place_cases")
    window.bot.waitUntil(lambda: window.app.cases.presenter is not None)
    presenter, place = window.app.cases.presenter, window.app.cases.place
    assert presenter is not None
    assert place is not None
    window.bot.waitUntil(lambda: presenter.settled)
    presenter.open(place.browser.lesions[0].patient_id)
    window.bot.waitUntil(lambda: presenter.content is not None and presenter.settled)
    patient = presenter.content.patient if presenter.content else Patient()

    def break_down(_store: CaseStore | None = None) -> None:
        raise RuntimeError(f"{patient.name} in {picture}")

    def twice(store: CaseStore) -> None:
        store.add(Patient(pseudonym=patient.pseudonym, name=patient.name))

    def unforeseen(error: LentigoError) -> None:
        raise RuntimeError(patient.name) from error

    window.app.background.run(break_down, done=print)
    window.app.cases.desk.ask(break_down, done=print, failed=unforeseen)
    window.app.cases.desk.ask(twice, done=print, failed=unforeseen)


_CRASHING = """
import sys
from core.cases.address import CaseAddress
from core.cases.records import Patient
from core.cases.store import CaseStore
from core.commands import cases
from desktop.__main__ import main

def run(arguments):
    store = CaseStore.open(CaseAddress.default())
    try:
        with store._database.writing() as connection:
            connection.exec_driver_sql("INSERT INTO nowhere VALUES (?)", ("Zebedee Marksman",))
    except Exception as error:
        raise RuntimeError("P-MRK-7777 in /home/Zebedee-Marksman.jpg") from error

cases.run = run
sys.exit(main(["cases"]))
"""


def test_a_command_that_crashes(root: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    done = subprocess.run(
        [sys.executable, "-c", _CRASHING], text=True, capture_output=True, check=False,
        env=environment(root, home), cwd=root,
    )  # fmt: skip
    assert done.returncode == 1
    assert "builtins.RuntimeError" in done.stderr
    assert "in run" in done.stderr
    assert marked.found_in(done.stdout + done.stderr) == []
    assert marked.left_in(home) == {}


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["cases", "--deep"], 0),
        (["audit", "list"], 0),
        (["backup", "{out}/b.zip"], 0),
        (["restore", "{out}/b.zip"], 2),
        (["restore", "{folder}/Zebedee-Marksman.txt"], 2),
        (["cases", "export", "{out}/t.csv"], 0),
        (["report", "P-NOT-THERE", "--out", "{out}/r.pdf"], 2),
        (["report", marked.PSEUDONYM, "--out", "{out}/r.pdf"], 0),
        (["report", marked.PSEUDONYM, "--out", "{folder}/Zebedee-Marksman.txt/r.pdf"], 2),
        (["batch", "{folder}", "--out", "{out}/t.csv"], 1),
        (["batch", "{folder}", "--out", "{out}/t.csv", "--overlay", "{out}/maps"], 1),
        (["batch", "{folder}", "--out", "{out}/t.csv", "--precision", "int8"], 1),
        (["batch", "{folder}", "--out", "{folder}/Zebedee-Marksman.txt"], 2),
        (["classify", "{folder}/Zebedee-Marksman-cut.dcm", "--report", "{out}/r.pdf"], 1),
        (["classify", "{folder}/Zebedee-Marksman.jpg", "--report", "{out}/r.pdf"], 0),
    ],
)
def test_commands_say_of_a_patient_only_what_was_asked_of_them(
    words: list[str], status: int, tmp_path: Path, overheard: io.StringIO,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    from core.cli import main

    pictures = marked.files(tmp_path / "in")
    temporary, out = tmp_path / "tmp", tmp_path / "out"
    for folder in (temporary, out):
        folder.mkdir()
    monkeypatch.setenv("LENTIGO_CASES", str(tmp_path / "c" / "c.sqlite3"))
    monkeypatch.setenv("LENTIGO_CASE_IMAGES", str(tmp_path / "c" / "images"))
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    marked.fill(CaseAddress.default(), pictures[0])
    if words[0] == "restore":
        main(["backup", str(out / "b.zip")])
        capsys.readouterr()
    given = [word.format(out=out, folder=tmp_path / "in") for word in words]
    assert main(given) == status
    said = capsys.readouterr()
    typed = [*given, *(Path(word).name for word in given)]
    for word in sorted(typed, key=len, reverse=True):  # what was typed may be said again
        said = said._replace(out=said.out.replace(word, ""), err=said.err.replace(word, ""))
    assert marked.found_in(said.out + said.err) == []
    assert marked.found_in(overheard.getvalue()) == []
    assert marked.left_in(temporary) == {}
