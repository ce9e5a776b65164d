"""Another language is chosen while something is under way; it ends well, and nothing stays behind."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from core.images import close_shared_reader
from core.paths import examples_folder
from tests.desktop.windows import Window
from tests.journeys.test_languages import choose

pytestmark = pytest.mark.usefixtures("speak")


@pytest.fixture(autouse=True)
def readers() -> Iterator[None]:
    yield
    close_shared_reader()


def test_the_old_windows_pictures_do_not_live_on(window: Window) -> None:
    window.open(sorted(examples_folder().glob("*.jpg"))[:2])
    window.settle()
    old = weakref.ref(window.app.session)
    choose(window, "id")
    window.settle()

    def gone() -> bool:
        gc.collect()
        return old() is None

    window.bot.waitUntil(gone)
