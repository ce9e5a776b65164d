"""The dialog about packing, while something is read for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Event

import pytest

from core.atlas import Atlas
from core.errors import AtlasDamaged
from core.learning.package.licences import LicenceCount
from desktop.shell.settings import SettingsStore
from desktop.teach import packer as packing
from desktop.teach.packer import Packer
from tests.desktop.atlases import make_atlas
from tests.desktop.conftest import MakeWindow
from tests.desktop.windows import Window
from tests.journeys.test_atlas_collections import Marking


def begin_packing(make_window: MakeWindow, folder: Path) -> tuple[Window, Packer]:
    """Open the dialog about an atlas of which one image is chosen."""
    settings = SettingsStore()
    settings.change(atlas=str(make_atlas(folder / "atlas", ("nv", "mel"))))
    window = make_window(settings=settings)
    window.trigger("place_atlas")
    Marking(window).choose_first(1)
    window.trigger("atlas_pack")
    packer = window.app.teach.packer
    assert packer is not None
    return window, packer


def test_nothing_is_packed_before_its_licences_are_shown(
    make_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Event()
    licences = packing._licences  # noqa: SLF001 - read as usual, only later

    def slow(atlas: Atlas, ids: Sequence[int]) -> tuple[LicenceCount, ...]:
        read.wait(20)
        return licences(atlas, ids)

    monkeypatch.setattr(packing, "_licences", slow)
    window, packer = begin_packing(make_window, tmp_path)
    packer.dialog.form.name.setText("Nevi")
    assert not packer.dialog.begin.isEnabled()
    assert packer.dialog.remark.text() == "Reading the licences…"
    read.set()
    window.bot.waitUntil(packer.dialog.begin.isEnabled, timeout=20_000)
    assert packer.settled
    assert "may be passed on: CC0" in packer.dialog.form.licences.text()
    assert not packer.dialog.remark.isVisible()
    packer.dialog.reject()


def test_licences_that_cannot_be_read_let_nothing_be_packed(
    make_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_atlas: Atlas, _ids: Sequence[int]) -> tuple[LicenceCount, ...]:
        raise AtlasDamaged("The atlas is damaged.")

    monkeypatch.setattr(packing, "_licences", broken)
    window, packer = begin_packing(make_window, tmp_path)
    window.bot.waitUntil(
        lambda: packer.dialog.remark.text() == "The atlas is damaged.", timeout=20_000
    )
    packer.dialog.form.name.setText("Nevi")
    assert packer.dialog.remark.text() == "The atlas is damaged."
    assert not packer.dialog.begin.isEnabled()
    packer.dialog.reject()


def test_licences_that_are_read_too_late_come_to_nobody(
    make_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = Event()

    def slow(_atlas: Atlas, _ids: Sequence[int]) -> tuple[LicenceCount, ...]:
        closed.wait(20)
        return ()

    monkeypatch.setattr(packing, "_licences", slow)
    window, packer = begin_packing(make_window, tmp_path)
    gone = window.bot.waitSignal(packer.dialog.destroyed)
    with gone:
        packer.dialog.reject()
    with window.bot.waitSignal(window.app.background.rested):  # an error would end the test
        closed.set()
    assert window.app.teach.packer is None
