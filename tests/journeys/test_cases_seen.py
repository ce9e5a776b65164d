"""A case from list to report, looked at: the same journey without a screen and on a real X server.

The pictures lie in pytest's temporary folder, or in ``$LENTIGO_SHOTS``, to be looked at.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from core.cases.address import CaseAddress
from tests.desktop.cases.filled import fill
from tests.desktop.windows import Window
from tests.journeys.in_cases import settle
from tests.journeys.in_reports import choose, shown
from tests.platforms import needs_display_server
from tests.screens import x_server

NAMES = ("list", "page", "follow_up", "report")


@pytest.fixture
def shots(tmp_path: Path) -> Path:
    return Path(os.environ.get("LENTIGO_SHOTS", tmp_path))


def test_a_case_is_seen_from_list_to_report(
    window: Window, own_cases: CaseAddress, shots: Path
) -> None:
    fill(own_cases)
    window.app.window.resize(1200, 800)
    window.trigger("place_cases")
    settle(window)
    shoot(window.app.window, shots / "list.png")
    choose(window)
    shoot(window.app.window, shots / "page.png")
    window.trigger("report_patient")
    preview = shown(window)
    shoot(preview.dialog, shots / "report.png")
    preview.dialog.reject()
    window.trigger("follow_up")
    following = window.app.following
    window.bot.waitUntil(
        lambda: following.presenter is not None and following.presenter.settled, timeout=60_000
    )
    shoot(window.app.window, shots / "follow_up.png")
    assert QGuiApplication.platformName() == (
        "xcb" if "LENTIGO_SCREEN" in os.environ else "offscreen"
    )
    seen = {name: colours(shots / f"{name}.png") for name in NAMES}
    assert seen["list"] < 2000  # words alone
    assert min(seen[name] for name in NAMES[1:]) > 5000, seen  # photographs


@pytest.mark.slow
@pytest.mark.timeout(120)
@needs_display_server
def test_it_is_seen_so_on_a_real_screen(root: Path, shots: Path) -> None:
    node = f"{__file__}::{test_a_case_is_seen_from_list_to_report.__name__}"
    with x_server(shots / "x.log") as screen:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", node],
            cwd=root,
            env=os.environ | {"LENTIGO_SCREEN": screen, "LENTIGO_SHOTS": str(shots)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stdout
    assert all((shots / f"{name}.png").is_file() for name in NAMES)


def shoot(widget: QWidget, path: Path) -> None:
    assert QTest.qWaitForWindowExposed(widget)
    assert widget.grab().save(str(path))


def colours(path: Path) -> int:
    with Image.open(path) as image:
        pixels = np.asarray(image.convert("RGB"))
    return len(np.unique(pixels.reshape(-1, 3), axis=0))
