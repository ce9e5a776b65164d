"""What every test gets: a stand-in for the user's home, guards, and the way to the shared data."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.guards import isolation

if TYPE_CHECKING:  # pytest itself must be the first to import its plugins
    from tests.guards.leaks import Keeper

pytest_plugins = [
    "pytester",
    "tests.guards.logs",
    "tests.guards.leaks",
    "tests.guards.patience",
    "tests.guards.workers",
]

# How long an example takes says more about the machine than about the code.
settings.register_profile("lentigo", deadline=None)
settings.load_profile("lentigo")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the folder of real images, or skip: they are not ours to ship."""
    folder = Path(os.environ.get("LENTIGO_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"needs the shared data: no folder {folder} (LENTIGO_DATA names another)")
    return folder


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    """Let no test leave another language behind."""
    yield
    if (language := sys.modules.get("core.language")) is not None:
        language.use(language.Language.ENGLISH)


@pytest.fixture
def policy_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the policy of this computer would lie; for the test to write, before it is read."""
    from core.policy import places
    from core.policy.current import current_policy

    file = tmp_path / "policy.json"
    monkeypatch.setattr(places, "policy_file", lambda: file)
    current_policy.cache_clear()
    yield file
    current_policy.cache_clear()


@pytest.fixture(scope="session", autouse=True)
def _shared_image_reader(keep_running: Callable[[Keeper], None]) -> Iterator[None]:
    """Let the one reader that the whole program shares live as long as the session."""
    keep_running(_shared_reader_pids)
    yield
    if images := sys.modules.get("core.images"):
        images.close_shared_reader()


def _shared_reader_pids() -> Iterable[int]:
    module = sys.modules.get("core.images.shared")
    reader = vars(module)["_shared"] if module else None
    return reader.worker_pids if reader else ()


def pytest_unconfigure() -> None:
    isolation.remove_home()
