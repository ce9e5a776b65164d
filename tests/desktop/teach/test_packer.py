"""The dialog about packing, while something is read for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Event

import pytest

from core.atlas import Atlas
from core.learning.package.licences import LicenceCount
from desktop.shell.settings import SettingsStore
from desktop.teach import packer as packing
from tests.desktop.atlases import make_atlas
from tests.desktop.conftest import MakeWindow
from tests.journeys.test_atlas_collections import Marking


def test_licences_that_are_read_too_late_come_to_nobody(
    make_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = Event()

    def slow(_atlas: Atlas, _ids: Sequence[int]) -> tuple[LicenceCount, ...]:
        closed.wait(20)
        return ()

    monkeypatch.setattr(packing, "_licences", slow)
    settings = SettingsStore()
    settings.change(atlas=str(make_atlas(tmp_path / "atlas", ("nv", "mel"))))
    window = make_window(settings=settings)
    window.trigger("place_atlas")
    Marking(window).choose_first(1)
    window.trigger("atlas_pack")
    packer = window.app.teach.packer
    assert packer is not None
    gone = window.bot.waitSignal(packer.dialog.destroyed)
    with gone:
        packer.dialog.reject()
    with window.bot.waitSignal(window.app.background.rested):  # an error would end the test
        closed.set()
    assert window.app.teach.packer is None
