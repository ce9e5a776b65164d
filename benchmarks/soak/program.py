"""The program that is watched: ``python -m benchmarks.soak.program FOLDER SEED SECONDS [ROUNDS]``.

It is the real one, with its real engine, and a scripted user. After each round it writes a line of
JSON. It keeps everything in FOLDER, which is staged already, away from its user's.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from benchmarks.soak.stage import Stage

if TYPE_CHECKING:
    from benchmarks.soak.state import State
    from desktop.composition import App
    from desktop.launch import Launch


def main() -> int:
    """Open the window, and have it used."""
    from PySide6.QtCore import QSettings

    from desktop import __main__ as program
    from desktop import application

    folder, seed, seconds, *rounds = sys.argv[1:]
    stage = Stage(Path(folder))
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    scope = QSettings.Scope.UserScope
    QSettings.setPath(QSettings.Format.IniFormat, scope, str(stage.settings))
    begin = application.begin

    def begun(app: App, launch: Launch) -> None:
        begin(app, launch)
        _use(
            stage, seed=int(seed), seconds=float(seconds), rounds=int(rounds[0]) if rounds else None
        )

    application.begin = begun
    return program.main([])


def _use(stage: Stage, *, seed: int, seconds: float, rounds: int | None) -> None:
    """Begin once the program has come to rest."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from benchmarks.soak.answers import Answers
    from benchmarks.soak.script import Script
    from benchmarks.soak.user import User

    application = QApplication.instance()
    if application is None:
        raise RuntimeError("the program has no application")
    answers = Answers(stage.saved)
    answers.answer()
    script = Script(
        User(stage, answers, Random(seed)),  # noqa: S311  # for variety, not for secrets
        rounds=rounds,
        seconds=seconds,
        tell=_tell,
        end=_end,
        parent=application,
    )
    QTimer.singleShot(5000, script, script.start)


def _tell(state: State) -> None:
    os.write(sys.stdout.fileno(), json.dumps(state.as_values()).encode() + b"\n")


def _end(error: Exception | None) -> None:
    from PySide6.QtWidgets import QApplication

    if error is not None:
        traceback.print_exception(error)
    QApplication.closeAllWindows()
    QApplication.exit(int(error is not None))


if __name__ == "__main__":
    sys.exit(main())
