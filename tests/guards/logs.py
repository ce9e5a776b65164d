"""A warning or an error in our own logs fails the test, unless the test declares it.

A test declares what it means to cause with ``@pytest.mark.expected_logs("regular expression")``;
what was declared must then be logged. A test that uses `caplog` judges its logs itself.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Generator
from functools import partial

import pytest

LOGGERS = ("core", "desktop", "training")


class LogGuard(logging.Handler):
    """Collects the records of our own loggers and judges them after each phase of a test."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_setup(self) -> Generator[None]:
        self.records.clear()
        yield

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Generator[None]:
        yield
        self._judge(item, all_expected_came=True)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> Generator[None]:
        yield
        self._judge(item, all_expected_came=False)

    def _judge(self, item: pytest.Item, *, all_expected_came: bool) -> None:
        messages = [f"{record.name}: {record.getMessage()}" for record in self.records]
        self.records.clear()
        if "caplog" in getattr(item, "fixturenames", ()):
            return
        patterns = _expected(item)
        strange = [text for text in messages if not _any_matches(patterns, text)]
        if strange:
            pytest.fail("unexpected log records:\n  " + "\n  ".join(strange), pytrace=False)
        silent = [pattern for pattern in patterns if not any(map(pattern.search, messages))]
        if all_expected_came and silent:
            names = ", ".join(pattern.pattern for pattern in silent)
            pytest.fail(f"expected log records that never came: {names}", pytrace=False)


def _expected(item: pytest.Item) -> list[re.Pattern[str]]:
    return [re.compile(text) for mark in item.iter_markers("expected_logs") for text in mark.args]


def _any_matches(patterns: list[re.Pattern[str]], text: str) -> bool:
    return any(pattern.search(text) for pattern in patterns)


def pytest_configure(config: pytest.Config) -> None:
    guard = LogGuard()
    config.pluginmanager.register(guard, "lentigo-log-guard")
    for name in LOGGERS:
        logger = logging.getLogger(name)
        logger.addHandler(guard)
        config.add_cleanup(partial(logger.removeHandler, guard))
