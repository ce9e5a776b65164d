"""Windows for tests; each is closed, with its threads, when its test ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.cases.address import CaseAddress
from core.images import close_shared_reader
from core.language import Language
from core.language.languages import VARIABLE
from desktop.application import make_application
from desktop.language import translators
from desktop.shell.settings import SettingsStore
from tests.desktop.fake_engine import FakeEngine
from tests.desktop.windows import Window

MakeWindow = Callable[..., Window]
Speak = Callable[[Language], None]


@pytest.fixture(autouse=True)
def readers() -> Iterator[None]:
    """The processes that decode what windows of this test show end with it."""
    yield
    close_shared_reader()


@pytest.fixture
def speak(monkeypatch: pytest.MonkeyPatch) -> Iterator[Speak]:
    """What has windows of this test speak another language; then English again."""
    monkeypatch.setenv(VARIABLE, "en")
    application = make_application()
    yield partial(translators.speak, application=application)
    translators.speak(Language.ENGLISH, application)


@pytest.fixture
def own_cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CaseAddress:
    """Where a window of this test keeps its cases, apart from those of all other tests."""
    monkeypatch.setenv("LENTIGO_CASES", str(tmp_path / "cases" / "cases.sqlite3"))
    monkeypatch.setenv("LENTIGO_CASE_IMAGES", str(tmp_path / "cases" / "images"))
    return CaseAddress.default()


@pytest.fixture
def own_learning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a window of this test keeps what is learned, apart from those of all other tests."""
    file = tmp_path / "learning" / "learning.sqlite3"
    monkeypatch.setenv("LENTIGO_LEARNING", str(file))
    return file


@pytest.fixture
def make_window(qtbot: QtBot, own_cases: CaseAddress, own_learning: Path) -> Iterator[MakeWindow]:
    del own_cases, own_learning  # are set up, whether a test asks for them or not
    made: list[Window] = []

    def make(*, engine: FakeEngine | None = None, settings: SettingsStore | None = None) -> Window:
        made.append(Window(qtbot, engine=engine, settings=settings))
        return made[-1]

    yield make
    for window in made:
        window.close()


@pytest.fixture
def window(make_window: MakeWindow) -> Window:
    return make_window()
