"""What concerns the whole program: a batch, appearance, language, the lock, and its dialogs."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from benchmarks.soak.user import Act, Stuck, User, there
from desktop.batch.start_dialog import StartDialog
from desktop.batch.state import BatchState
from desktop.composition import App
from desktop.lock.settings_dialog import LockSettingsDialog

_SECRET = "open sesame"  # noqa: S105 - made up


def batch(user: User) -> Act:
    """Have a folder analysed into a table, and look at its first images."""
    user.does("place_batch")
    user.answers.folder = user.stage.folder
    user.does("batch_new")
    yield user.asked
    dialog = user.dialog
    if not isinstance(dialog, StartDialog):
        raise Stuck("nobody asked about the batch")
    dialog.table.setText(str(user.answers.path("csv")))
    user.saves()
    yield partial(_done, user)
    yield user.quiet
    there(user.app.batch.place).view.selectRow(0)
    user.does("batch_look")
    yield user.quiet
    user.answers.forget_files()


def _done(user: User) -> bool:
    part = user.app.batch
    runner, presenter = part.runner, part.presenter
    idle = runner is not None and runner.state is BatchState.IDLE
    return idle and presenter is not None and presenter.finished


def change_theme(user: User) -> Act:
    """See the window dark, then light."""
    for theme in ("dark", "light"):
        user.does(f"theme_{theme}")
        yield user.quiet


def change_language(user: User) -> Act:
    """See the window in another language, then in English."""
    for language in ("id", "en"):
        before = user.app
        user.does(f"language_{language}")
        yield partial(_another, user, before)
        del before  # of all that could keep the old window, this script is not one
        yield user.quiet


def _another(user: User, before: App) -> bool:
    app = user.app
    return app is not before and app.engine.status.ready is not None and user.quiet()


def lock(user: User) -> Act:
    """Lock, and unlock."""
    if not user.app.settings.current.lock_secret:
        yield from _choose_passphrase(user)
    user.does("lock_now")
    dialog = there(user.app.lock.dialog)
    yield user.asked
    dialog.line.setText(_SECRET)
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    yield partial(_unlocked, user)
    yield user.unasked


def _choose_passphrase(user: User) -> Act:
    user.does("lock_after")
    yield user.asked
    dialog = user.dialog
    if not isinstance(dialog, LockSettingsDialog):
        raise Stuck("nobody asked for a passphrase")
    dialog.minutes.setValue(0)
    for line in (dialog.first, dialog.second):
        line.setText(_SECRET)
    buttons = dialog.findChild(QDialogButtonBox)
    if isinstance(buttons, QDialogButtonBox):
        buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    yield user.unasked


def _unlocked(user: User) -> bool:
    return not user.app.lock.locked
