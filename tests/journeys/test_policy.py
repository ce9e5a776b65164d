"""An administrator fixes and switches off; a user finds it so, and a broken policy says so."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from core.paths import examples_folder
from core.policy.current import current_policy
from desktop.lock.settings_dialog import LockSettingsDialog
from desktop.palette.dialog import Palette
from desktop.report.options_dialog import OptionsDialog
from desktop.report.wishes import options_of
from desktop.shell.about import Page
from desktop.shell.settings import SettingsStore
from tests.desktop.conftest import MakeWindow
from tests.desktop.windows import Window

WARD: Mapping[str, object] = {
    "format": 1,
    "settings": {
        "theme": "dark",
        "heat_opacity": 40,
        "operating_point": "sensitivity_95",
        "lock_minutes": 10,
        "clinic": "Ward 3",
    },
    "without": ["archive", "models"],
}


@pytest.fixture
def ruled(make_window: MakeWindow, policy_file: Path) -> Window:
    policy_file.write_text(json.dumps(WARD), encoding="utf-8")
    window = make_window(settings=SettingsStore(policy=current_policy()))
    window.open(sorted(examples_folder().glob("*.jpg"))[:1])
    window.settle()
    return window


def offered(window: Window) -> list[str]:
    """What the menus show, by name."""
    actions = window.app.window.findChildren(QAction)
    return [one.objectName() for one in actions if one.objectName() and one.isVisible()]


def test_what_is_switched_off_is_not_there(ruled: Window) -> None:
    shown = offered(ruled)
    assert "archive" not in shown
    assert "choose_model" not in shown
    assert "export_dicom" in shown
    ruled.trigger("find_command")
    palette = ruled.app.window.findChild(Palette)
    assert palette is not None
    palette.line.setText("archive")
    names = [palette.list.topLevelItem(row) for row in range(palette.list.topLevelItemCount())]
    assert "archive" not in [item and item.data(0, Qt.ItemDataRole.UserRole) for item in names]
    palette.reject()


def test_what_is_fixed_is_shown_so_and_stays(ruled: Window) -> None:
    app = ruled.app
    assert app.actions["theme_dark"].isChecked()
    light = app.actions["theme_light"]
    assert not light.isEnabled()
    assert light.toolTip() == "Fixed by the administrators of this computer."
    for _ in range(3):
        QTest.keyClick(app.window, Qt.Key.Key_BracketRight)
    assert app.state.opacity == 40
    assert not app.readings.operating_points.menuAction().isEnabled()
    assert app.settings.current.operating_point == "sensitivity_95"


def test_dialogs_hold_what_is_fixed(ruled: Window) -> None:
    ruled.trigger("lock_after")
    lock = ruled.app.window.findChild(LockSettingsDialog)
    assert lock is not None
    assert (lock.minutes.value(), lock.minutes.isEnabled()) == (10, False)
    assert lock.first.isEnabled()  # the passphrase is the user's
    lock.reject()
    dialog = OptionsDialog(
        options_of(ruled.app.settings.current), of_case=True, parent=ruled.app.window
    )
    dialog.hold(ruled.app.settings.policy.fixed)
    assert (dialog.clinic.text(), dialog.clinic.isEnabled()) == ("Ward 3", False)
    assert dialog.paper.isEnabled()
    dialog.reject()


def test_help_tells_where_it_comes_from(ruled: Window, policy_file: Path) -> None:
    ruled.trigger("about")
    page = ruled.app.window.findChild(Page)
    assert page is not None
    assert str(policy_file) in page.browser.toPlainText()
    page.reject()


def test_a_broken_policy_is_said_and_the_window_works(
    make_window: MakeWindow, policy_file: Path
) -> None:
    policy_file.write_text('{"format": 1, "witout": []}', encoding="utf-8")
    window = make_window(settings=SettingsStore(policy=current_policy()))
    assert "witout is none of" in window.app.notice.words
    window.open(sorted(examples_folder().glob("*.jpg"))[:1])
    window.settle()
    assert window.app.presenter.shown() is not None
    shown = offered(window)
    assert not {"archive", "save_report", "export_cases", "choose_model"} & set(shown)
    assert not window.app.actions["theme_dark"].isEnabled()
    (export,) = (one for one in window.app.window.findChildren(QMenu) if one.title() == "E&xport")
    assert not export.menuAction().isVisible()
