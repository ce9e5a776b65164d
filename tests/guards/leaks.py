"""A thread, a child process or a widget that outlives its test fails the test.

What a fixture of wider scope starts while it is set up is its own. What it starts later it declares
with the `keep_running` fixture.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterable
from pathlib import Path

import pytest

Running = threading.Thread | int
"""A thread, or the id of a process."""

Keeper = Callable[[], Iterable[Running]]
"""Says what may outlive a test at this moment."""

# A process that is told to end may still be importing, on a busy machine for long.
_GRACE_SECONDS = float(os.environ.get("LENTIGO_TEST_GRACE", "30"))
# Python's own helpers, started once and ended with the interpreter.
_HELPERS = ("multiprocessing.resource_tracker", "multiprocessing.forkserver")


class LeakGuard:
    """Compares what runs after a test with what ran before it."""

    def __init__(self) -> None:
        self.keepers: list[Keeper] = []
        self._before: set[Running] = set()
        self._widgets_before: set[int] = set()
        self._of_wider_scope: set[Running] = set()
        self._file: Path | None = None

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> Generator[None]:
        if item.path != self._file:
            self._file = item.path
            spare_what_lives()
        self._before = running()
        self._widgets_before = set(widgets())
        yield

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(
        self, fixturedef: pytest.FixtureDef[object]
    ) -> Generator[None, object, object]:
        before = running() if fixturedef.scope != "function" else None
        result = yield
        if before is not None:
            self._of_wider_scope |= running() - before
        return result

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_teardown(self) -> Generator[None]:
        yield
        left = [describe(one) for one in self._leaked()]
        left += [name for key, name in widgets().items() if key not in self._widgets_before]
        if left:
            pytest.fail("the test left behind: " + ", ".join(sorted(left)), pytrace=False)

    def _leaked(self) -> set[Running]:
        """Return what should have ended, once it has had a moment to do so."""
        deadline = time.monotonic() + _GRACE_SECONDS
        while (leaked := running() - self._allowed()) and time.monotonic() < deadline:
            time.sleep(0.01)
        return leaked

    def _allowed(self) -> set[Running]:
        kept = {one for keeper in self.keepers for one in keeper()}
        return self._before | self._of_wider_scope | kept


def spare_what_lives() -> None:
    """Have collections look at what comes from now on only.

    `widgets` collects twice a test; over the millions of objects that TensorFlow leaves behind,
    that was most of the suite's time.
    """
    gc.collect()
    gc.freeze()


def running() -> set[Running]:
    """Return the threads and child processes of this process."""
    # Foreign threads (of TensorFlow, of Qt) that once entered Python are listed as dummies.
    threads = {one for one in threading.enumerate() if not one.name.startswith("Dummy-")}
    return threads | child_processes()


def child_processes() -> set[int]:
    """Return the ids of the child processes that have not ended."""
    known = {child.pid for child in multiprocessing.active_children() if child.pid is not None}
    listings = Path("/proc/self/task").glob("*/children")  # Linux alone has these
    listed = {int(pid) for listing in listings for pid in _read(listing).split()}
    return known | {pid for pid in listed if _is_work(pid)}


def _is_work(pid: int) -> bool:
    # The state, not an empty command line, tells that it ended: a process just begun has none yet.
    state = _read(Path(f"/proc/{pid}/stat")).rpartition(") ")[2][:1]
    command = _read(Path(f"/proc/{pid}/cmdline"))
    return state not in {"", "X", "Z"} and not any(helper in command for helper in _HELPERS)


def _read(path: Path) -> str:
    try:
        return path.read_text(errors="replace")
    except OSError:  # the process or thread has gone meanwhile
        return ""


def describe(one: Running) -> str:
    """Name a thread or a process so that its origin can be found."""
    if isinstance(one, threading.Thread):
        return f"thread {one.name}"
    command = _read(Path(f"/proc/{one}/cmdline")).replace("\0", " ").strip()
    return f"process {one} ({command[:120]})"


def widgets() -> dict[int, str]:
    """Return the top-level widgets that exist, by address; none where Qt was not used."""
    qt = sys.modules.get("PySide6.QtWidgets")
    application = qt.QApplication.instance() if qt else None
    if qt is None or not isinstance(application, qt.QApplication):
        return {}
    from PySide6.QtCore import QEvent
    from shiboken6 import getCppPointer

    gc.collect()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return {getCppPointer(one)[0]: f"widget {one!r}" for one in application.topLevelWidgets()}


@pytest.fixture(scope="session")
def keep_running(pytestconfig: pytest.Config) -> Callable[[Keeper], None]:
    """Return a function that declares what may outlive a test.

    For a fixture of wider scope whose object starts processes or threads when first used:
    ``keep_running(lambda: reader.worker_pids)``.
    """
    guard = pytestconfig.pluginmanager.get_plugin("lentigo-leak-guard")
    assert isinstance(guard, LeakGuard)
    return guard.keepers.append


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(LeakGuard(), "lentigo-leak-guard")
