"""How `make test` deals the tests out to its processes: file by file, the longest ones first.

The tests of one file share what its fixtures build. Those of the frozen program are dealt out by
edition instead, so that each edition is built once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from xdist.scheduler import LoadFileScheduling

from scripts.bundle_contents import EDITIONS

if TYPE_CHECKING:
    from xdist.remote import Producer

_EDITION = re.compile(rf"^tests/bundle/.*\[(?:.*-)?({'|'.join(EDITIONS)})\b")


class ByFileOrEdition(LoadFileScheduling):
    """Keeps together what is built once."""

    def _split_scope(self, nodeid: str) -> str:
        edition = _EDITION.match(nodeid)
        return edition[1] if edition else super()._split_scope(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByFileOrEdition:
    config.option.loadscopereorder = False  # by the number of tests: the longest would come last
    return ByFileOrEdition(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not hasattr(config, "workerinput"):
        return
    longest: dict[object, float] = {}
    for item in items:
        longest[item.path] = max(longest.get(item.path, 0), _allowed(item))
    items.sort(key=lambda item: -longest[item.path])


def _allowed(item: pytest.Item) -> float:
    """Return the seconds that a test asks for, none if it is content with what all have."""
    marker = item.get_closest_marker("timeout")
    return float(marker.args[0]) if marker else 0
