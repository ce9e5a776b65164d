"""What Lentigo is, and under which licences."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from desktop.engine.status import EngineStatus
from desktop.shell import about


def test_a_checkout_offers_no_list_of_licences() -> None:
    assert "<a " not in about.about_html(EngineStatus())


def test_a_build_leads_to_the_licences_of_everything_inside(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = tmp_path / "index ä.html"
    listed.write_text('<meta charset="utf-8"><p>LGPL</p>', "utf-8")
    monkeypatch.setattr(about, "licences_file", lambda: listed)
    content = about.about_html(EngineStatus())
    assert f'href="{listed.as_uri()}"' in content
    page = about.Page("About", content)
    qtbot.addWidget(page)
    page.browser.setSource(QUrl(listed.as_uri()))
    assert page.browser.toPlainText().strip() == "LGPL"
