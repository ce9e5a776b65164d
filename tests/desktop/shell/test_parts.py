"""Small widgets keep in step with their actions, and are no windows of their own."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from desktop.shell.parts import button_of


@pytest.mark.usefixtures("qtbot")
def test_a_button_is_not_seen_before_it_has_its_place() -> None:
    before = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    action = QAction("Do")
    button = button_of(action)
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == before
    assert not button.isVisible()
    action.setVisible(False)
    assert button_of(action).isHidden()
