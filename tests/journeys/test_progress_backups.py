"""What was learned is backed up, and put back when it is deleted or damaged."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from core.learning.store.store import LearningStore
from desktop.progress.words import FAILED, NONE_YET
from tests.desktop.conftest import MakeWindow
from tests.desktop.progress.learned import learn
from tests.journeys.in_progress import Seeing, enter


def test_a_backup_brings_back_what_was_deleted(
    make_window: MakeWindow, own_learning: Path, tmp_path: Path
) -> None:
    learn(own_learning)
    window = make_window()
    seeing = enter(window)
    path = window.dialogs.chosen_backup = window.dialogs.opened_backup = tmp_path / "b.sqlite3"
    window.trigger("learning_backup")
    window.bot.waitUntil(lambda: "Saved as b.sqlite3" in window.app.notice.words)
    store = LearningStore.open(own_learning)
    store.remove_profile(store.profile_named("Ayu"))
    store.add_profile("Made")
    store.close()
    window.app.profiles.reread()
    window.bot.waitUntil(lambda: NONE_YET in seeing.words)
    window.trigger("learning_restore")
    backups = window.app.profile_commands.backups
    window.bot.waitUntil(lambda: backups.dialog is not None)
    assert backups.dialog is not None
    backups.dialog.replace.click()
    window.bot.waitUntil(lambda: "What was here before lies in" in window.app.notice.words)
    seeing.settle()
    assert "12 of 24" in seeing.words
    (aside,) = own_learning.parent.glob("learning-until-*.sqlite3")
    before = LearningStore.open(aside)
    assert [one.name for one in before.profiles()] == ["Made"]
    before.close()
    path.write_bytes(b"torn")
    window.trigger("learning_restore")
    window.bot.waitUntil(lambda: "is no backup" in window.app.notice.words)
    assert "12 of 24" in seeing.words


def test_what_is_damaged_says_so_and_a_backup_helps(
    make_window: MakeWindow, own_learning: Path, tmp_path: Path
) -> None:
    learn(own_learning)
    kept = tmp_path / "kept.sqlite3"
    kept.write_bytes(own_learning.read_bytes())
    own_learning.write_bytes(b"torn" * 1000)
    window = make_window()
    window.trigger("place_progress")
    place = window.app.progress.place
    assert place is not None
    window.bot.waitUntil(lambda: FAILED in place.message.words)
    assert "is damaged" in place.message.words
    assert not window.app.actions["profile_delete"].isEnabled()
    window.dialogs.opened_backup = kept
    restore = [one for one in place.message.findChildren(QPushButton) if "backup" in one.text()]
    restore[0].click()
    backups = window.app.profile_commands.backups
    window.bot.waitUntil(lambda: backups.dialog is not None)
    assert backups.dialog is not None
    backups.dialog.replace.click()
    window.bot.waitUntil(lambda: place.telling)
    assert "12 of 24" in Seeing(window).words


def test_what_a_newer_version_has_used_is_left_alone(
    make_window: MakeWindow, own_learning: Path
) -> None:
    learn(own_learning)
    newer = sqlite3.connect(own_learning)
    newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.commit()
    window = make_window()
    window.trigger("place_progress")
    place = window.app.progress.place
    assert place is not None
    window.bot.waitUntil(lambda: "newer version of Lentigo" in place.message.words)
    newer.execute("UPDATE alembic_version SET version_num = '0002'")
    newer.commit()
    newer.close()
    window.trigger("progress_again")
    window.bot.waitUntil(lambda: place.telling)
    Seeing(window)
