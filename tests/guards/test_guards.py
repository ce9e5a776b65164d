"""The guards, each shown tests that it must fail and tests that it must let pass."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.cases.address import CaseAddress
from tests.guards.isolation import REAL_HOME, isolated_environment, settings_of_ours
from tests.guards.patience import PatientBot

Run = Callable[[str], pytest.RunResult]

PLUGINS = ("-p", "tests.guards.logs", "-p", "tests.guards.leaks", "-p", "no:cacheprovider")


@pytest.fixture
def run(pytester: pytest.Pytester, root: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs the source of a test under the guards, in its own process."""
    monkeypatch.setenv("PYTHONPATH", str(root))
    monkeypatch.setenv("LENTIGO_TEST_GRACE", "1")  # these do leak
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # most of a small run's time
    pytester.makeini("[pytest]\nmarkers = expected_logs")

    def run_source(source: str) -> pytest.RunResult:
        pytester.makepyfile(source)
        return pytester.runpytest_subprocess(*PLUGINS)

    return run_source


def test_a_warning_in_our_logs_fails(run: Run) -> None:
    result = run("""
        import logging
        def test_it():
            logging.getLogger("core.images").warning("odd pixel")
    """)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*core.images: odd pixel*"])


def test_a_warning_while_tearing_down_is_an_error(run: Run) -> None:
    result = run("""
        import logging, pytest
        @pytest.fixture
        def late():
            yield
            logging.getLogger("desktop").error("too late")
        def test_it(late):
            pass
    """)
    result.assert_outcomes(passed=1, errors=1)


def test_declared_information_and_foreign_records_pass(run: Run) -> None:
    result = run("""
        import logging, pytest
        @pytest.mark.expected_logs("odd .ixel")
        def test_declared():
            logging.getLogger("core.images").warning("odd pixel")
        def test_information():
            logging.getLogger("core").info("all well")
        def test_foreign():
            logging.getLogger("somebody.else").warning("deprecated")
        def test_judged_by_itself(caplog):
            logging.getLogger("core").warning("odd pixel")
            assert "odd pixel" in caplog.text
    """)
    result.assert_outcomes(passed=4)


def test_a_declared_record_must_come(run: Run) -> None:
    result = run("""
        import pytest
        @pytest.mark.expected_logs("odd pixel")
        def test_it():
            pass
    """)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*never came: odd pixel*"])


def test_a_leaked_thread_is_an_error(run: Run) -> None:
    result = run("""
        import threading
        def test_it():
            threading.Thread(target=threading.Event().wait, daemon=True, name="lost").start()
    """)
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*left behind: thread lost*"])


def test_a_leaked_process_is_an_error(run: Run) -> None:
    result = run("""
        import subprocess, sys
        kept = []
        def test_it():
            kept.append(subprocess.Popen([sys.executable, "-c", "import time; time.sleep(30)"]))
        def teardown_module():
            kept[0].kill(); kept[0].wait()
        def test_another():
            pass
    """)
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(["*left behind: process *time.sleep(30)*"])


def test_what_a_wider_fixture_runs_may_stay(run: Run) -> None:
    result = run("""
        import threading, pytest
        def start(name):
            event = threading.Event()
            thread = threading.Thread(target=event.wait, name=name)
            thread.start()
            return event, thread
        @pytest.fixture(scope="module")
        def service(keep_running):
            at_once = start("at once")
            later = []
            keep_running(lambda: [thread for _, thread in later])
            yield later
            for event, thread in [at_once, *later]:
                event.set(); thread.join()
        def test_first(service):
            service.append(start("later"))
        def test_second(service):
            pass
    """)
    result.assert_outcomes(passed=2)


def test_what_ends_soon_and_what_pythons_helpers_do_passes(run: Run) -> None:
    result = run("""
        import multiprocessing, threading, time
        def test_soon():
            threading.Thread(target=time.sleep, args=(0.2,)).start()
        def test_helper():
            queue = multiprocessing.get_context("spawn").Lock()  # starts the resource tracker
    """)
    result.assert_outcomes(passed=2)


def test_a_leaked_widget_is_an_error(run: Run) -> None:
    result = run("""
        from PySide6.QtWidgets import QLabel, QWidget
        pytest_plugins = ["pytestqt.plugin"]
        kept = []
        def test_lost(qapp):
            kept.append(QLabel("lost"))
        def test_tidy(qtbot):
            widget = QWidget()
            qtbot.addWidget(widget)
            widget.show()
    """)
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(["*left behind: widget *QLabel*"])


def test_tests_live_in_a_home_of_their_own(tmp_path: Path) -> None:
    assert Path.home().name.startswith("lentigo-tests-")
    folders = isolated_environment(tmp_path)
    assert all(Path(folders[name]).is_relative_to(tmp_path) for name in ("HOME", "XDG_CACHE_HOME"))


def test_cases_of_tests_are_not_the_users() -> None:
    assert CaseAddress.default().images.is_relative_to(Path.home())
    assert not CaseAddress.default().images.is_relative_to(REAL_HOME)


def test_settings_of_ours_do_not_reach_the_tests() -> None:
    names = ["LENTIGO_RUNS", "LENTIGO_DATA", "PATH"]
    assert settings_of_ours(dict.fromkeys(names, "x")) == ["LENTIGO_RUNS"]


def test_waits_are_patient(qtbot: QtBot) -> None:
    assert isinstance(qtbot, PatientBot)


def deal_out(pytester: pytest.Pytester, processes: int) -> list[str]:
    """Run the tests in processes, and return the ``[process] PASSED test`` lines, as they came."""
    plugins = ("-p", "xdist.plugin", "-p", "tests.guards.workers")
    result = pytester.runpytest_subprocess(*plugins, "-v", "--numprocesses", str(processes))
    return [line for line in result.outlines if " PASSED " in line]


def test_what_is_built_once_stays_with_one_process(run: Run, pytester: pytest.Pytester) -> None:
    del run  # its surroundings alone
    source = """
        import pytest
        @pytest.mark.parametrize("edition", ["full", "slim"])
        @pytest.mark.parametrize("way", ["auto", "tensorflow"])
        def test_it(edition, way):
            pass
    """
    for file in ("tests/bundle/test_one.py", "tests/bundle/test_other.py", "tests/test_alone.py"):
        path = pytester.path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(source).replace("auto", f"auto-{path.stem}"))
    lines = deal_out(pytester, 2)
    assert len(lines) == 12
    for of_one in (r"bundle/.*\[.*full", r"bundle/.*\[.*slim", "test_alone"):
        assert len({line.split()[0] for line in lines if re.search(of_one, line)}) == 1


def test_long_files_are_begun_first(run: Run, pytester: pytest.Pytester) -> None:
    del run
    pytester.makeini("[pytest]\nmarkers = timeout")
    long = "import pytest\ndef test_a(): pass\n@pytest.mark.timeout({})\ndef test_b(): pass\n"
    pytester.makepyfile(
        test_1="def test_a(): pass", test_2=long.format(700), test_3=long.format(900)
    )
    names = [line.split()[-1] for line in deal_out(pytester, 1)]
    assert names == [
        "test_3.py::test_a", "test_3.py::test_b", "test_2.py::test_a", "test_2.py::test_b",
        "test_1.py::test_a",
    ]  # fmt: skip
