"""A user sees whose the model is; one that is not trusted is refused, and the window works on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.errors import BundleUntrusted
from core.model.signature import Signature
from core.paths import examples_folder
from desktop.engine.status import status_details
from desktop.shell.about import about_html
from desktop.shell.places import Place
from tests.desktop.conftest import MakeWindow
from tests.desktop.windows import Window


def test_whose_the_model_is_stands_beside_its_checksum(window: Window) -> None:
    assert "Not signed; its checksums are right." in status_details(window.app.engine.status)
    window.engine.client.become_ready(signature=Signature("Ward <3>", "0123456789abcdef" * 4))
    words = "Signed by Ward <3>, key 0123456789abcdef…"
    window.bot.waitUntil(lambda: words in status_details(window.app.engine.status))
    assert "Signed by Ward &lt;3&gt;, key 0123456789abcdef…" in about_html(window.app.engine.status)


def test_without_a_trusted_model_all_else_works(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window()
    window.engine.client.answers_at_once = False
    window.engine.client.break_down(BundleUntrusted("The model is not signed.", value=tmp_path))
    window.bot.waitUntil(lambda: "The model is not signed." in window.app.notice.words)
    window.trigger("place_cases")
    assert window.app.places.current is Place.CASES
    QTest.keyClick(window.app.window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    window.bot.waitUntil(lambda: window.app.places.current is Place.LOOK)
    window.dialogs.chosen_images = sorted(examples_folder().glob("*.jpg"))[:1]
    window.trigger("open")
    window.bot.waitUntil(lambda: len(window.app.session.images) == 1)
