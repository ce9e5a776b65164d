"""What Lentigo is, and under which licences."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from core.language import Language
from core.model.limits import goes_on, learned_also
from core.results import Engine
from desktop.engine.status import EngineState, EngineStatus, Ready
from desktop.shell import about
from tests.desktop.conftest import Speak
from tests.desktop.fakes import CHOICE, IDENTITY, make_card


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


def test_what_the_model_cannot_know_is_said_in_the_windows_language(speak: Speak) -> None:
    limits = [str(limit) for limit in (goes_on("Ours 1", "HAM10000"), learned_also(1675, "ISIC"))]
    card = make_card().model_copy(update={"limits": tuple(limits)})
    status = EngineStatus(EngineState.READY, Ready(card, IDENTITY, Engine.TENSORFLOW, CHOICE))
    assert all(limit in about.about_html(status) for limit in limits)
    speak(Language.INDONESIAN)
    content = about.about_html(status)
    assert not [limit for limit in limits if limit in content]
    assert "1.675" in content
