"""Two windows of the real program at once, on the files of one user; no rule forbids a second."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from benchmarks.pictures import write_pictures
from benchmarks.program import Program
from core.cases.address import CaseAddress
from core.cases.search import LesionQuery
from core.cases.store import CaseStore
from core.paths import resources_folder
from tests.guards.isolation import isolated_environment
from tests.processes import is_gone, wait_until

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(300),
    pytest.mark.skipif(
        not (resources_folder() / "model" / "card.json").is_file(), reason="no model ships here"
    ),
]
LESIONS = 10
WINDOW = """
import sys
from PySide6.QtCore import QSocketNotifier
from core.cases.records import Lesion, Patient
from desktop import application
from desktop.__main__ import main

name, count, image = sys.argv[1], int(sys.argv[2]), sys.argv[3]
begin, state = application.begin, {"analysed": False, "kept": 0}

def say_when_done(app):
    if state["analysed"] and state["kept"] == count:
        print("done", flush=True)
        state["told"] = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        state["told"].activated.connect(app.window.close)  # once the other is done as well

def add(store, number):
    patient = store.add(Patient(name=f"{name} {number}"))
    return store.add(Lesion(patient_id=patient.id, label="Mole"))

def kept(app):
    state["kept"] += 1
    say_when_done(app)

def begun(app, launch):
    def told(finished, _):
        state["analysed"] = state["analysed"] or finished > 0
        say_when_done(app)
    app.session.progress.connect(told)
    begin(app, launch)
    for number in range(count):
        app.cases.desk.ask(
            lambda store, number=number: add(store, number),
            done=lambda _: kept(app),
            failed=app.window.close,
        )

application.begin = begun
sys.exit(main([image]))
"""


def window(name: str, image: Path, *, home: Path, root: Path) -> Program:
    """Start the program, and have it analyse an image and keep cases as its own parts do."""
    return Program(
        [sys.executable, "-c", WINDOW, name, str(LESIONS), image],
        environment=os.environ | isolated_environment(home) | {"PYTHONPATH": str(root)},
        folder=root,
    )


def test_both_analyse_and_keep_cases_and_end_by_themselves(root: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    images = write_pictures(tmp_path / "images", images=2)
    names = ("one", "other")
    both = [
        window(name, image, home=home, root=root) for name, image in zip(names, images, strict=True)
    ]
    try:
        assert [one.hear() for one in both] == ["done\n", "done\n"]
        processes = [process for one in both for process in one.processes]
    finally:
        statuses = [one.end() for one in both]
    assert statuses == [0, 0]
    wait_until(lambda: all(map(is_gone, processes)))
    (database,) = home.rglob("cases.sqlite*")
    store = CaseStore.open(CaseAddress.of("", folder=database.parent))
    try:
        lines = store.find(LesionQuery()).lines
        wanted = sorted(f"{name} {number}" for name in names for number in range(LESIONS))
        assert sorted(line.name for line in lines) == wanted
        assert store.examine(deep=True).good
    finally:
        store.close()
