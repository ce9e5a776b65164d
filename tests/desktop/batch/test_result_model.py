"""Whatever comes in whatever order: the table shows what is wanted, where it belongs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from core.batch.reading import Result
from desktop.batch.columns import COLUMNS
from desktop.batch.filters import AS_THEY_CAME, Answered, Arrangement, BatchFilters, Trusted
from desktop.batch.result_model import ResultModel
from desktop.shell.background import Background


def make(name: str, **values: Any) -> Result:
    plain = Result(
        name=name,
        finding="nv",
        label="Melanocytic nevus",
        probability=0.7,
        malignant=0.1,
        counts=False,
        certainty="usual",
        novel=False,
        remarks=(),
        error="",
        line=f"{name}\n",
    )
    return replace(plain, **values)


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    del qtbot
    made = Background()
    yield made
    made.close()


class Table:
    """A model, and a tester that watches it."""

    def __init__(self, bot: QtBot, background: Background) -> None:
        self.bot = bot
        self.model = ResultModel(background)
        self._tester = QAbstractItemModelTester(
            self.model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )

    @property
    def names(self) -> list[str]:
        rows = range(self.model.rowCount())
        return [str(self.model.index(row, 0).data()) for row in rows]

    def fill(self, results: Sequence[Result]) -> None:
        with self.bot.waitSignal(self.model.arranged):
            self.model.set_results(results)

    def sort(self, column: int, *, down: bool = False) -> None:
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        with self.bot.waitSignal(self.model.arranged):
            self.model.sort(column, order)

    def filter(self, filters: BatchFilters) -> None:
        with self.bot.waitSignal(self.model.arranged):
            self.model.filter(filters)


@pytest.fixture
def table(qtbot: QtBot, background: Background) -> Table:
    return Table(qtbot, background)


NUMBERED = st.lists(st.floats(0, 1) | st.none(), max_size=12)


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(NUMBERED, NUMBERED, st.sampled_from([AS_THEY_CAME, 0, 3]), st.booleans())
def test_portions_land_where_a_new_order_would_put_them(
    table: Table,
    first: list[float | None],
    later: list[float | None],
    column: int,
    down: bool,
) -> None:
    results = [make(f"{n:02}", malignant=value) for n, value in enumerate([*first, *later])]
    table.fill(results[: len(first)])
    table.sort(column, down=down)
    table.model.append(results[len(first) :])
    as_they_landed = table.names
    table.sort(column, down=down)
    assert as_they_landed == table.names
    expected = Arrangement(column=column).ascending(results)
    assert table.names == [one.name for one in (expected[::-1] if down else expected)]


def test_what_comes_while_rows_are_put_in_order_is_not_lost(table: Table) -> None:
    table.fill([make("b"), make("d")])
    with table.bot.waitSignal(table.model.arranged):
        table.model.sort(0, Qt.SortOrder.DescendingOrder)
        table.model.append([make("c")])
    assert table.names == ["d", "c", "b"]
    assert table.model.total == 3


def test_a_chosen_row_stays_chosen_where_it_goes(table: Table) -> None:
    table.fill([make("ax", malignant=0.1), make("b", malignant=0.9), make("c", malignant=0.5)])
    kept = QPersistentModelIndex(table.model.index(0, 0))
    lost = QPersistentModelIndex(table.model.index(2, 0))
    table.sort(3, down=True)
    assert (kept.row(), kept.data()) == (2, "ax")
    table.filter(BatchFilters(words="ax"))
    assert (kept.row(), kept.data()) == (0, "ax")
    assert not lost.isValid()


RESULTS = (
    make("mel.jpg", finding="mel", label="Melanoma", counts=True, malignant=0.8),
    make("low.jpg", certainty="low"),
    make("odd.jpg", novel=True),
    make("bad.jpg", finding="", label="", counts=None, certainty="", novel=None,
         probability=None, malignant=None, error="It is damaged."),
)  # fmt: skip


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        (BatchFilters(), ["mel", "low", "odd", "bad"]),
        (BatchFilters(finding="mel"), ["mel"]),
        (BatchFilters(answered=Answered.MALIGNANT), ["mel"]),
        (BatchFilters(answered=Answered.BENIGN), ["low", "odd"]),
        (BatchFilters(answered=Answered.ERRORS), ["bad"]),
        (BatchFilters(trusted=Trusted.LOW), ["low"]),
        (BatchFilters(trusted=Trusted.USUAL), ["mel", "odd"]),
        (BatchFilters(trusted=Trusted.NOVEL), ["odd"]),
        (BatchFilters(trusted=Trusted.KNOWN), ["mel", "low"]),
        (BatchFilters(words="DAMAGED"), ["bad"]),
        (BatchFilters(words="nevus ow"), ["low"]),
        (BatchFilters(words="melanoma", answered=Answered.ERRORS), []),
    ],
)
def test_filters_keep_what_is_asked_for(filters: BatchFilters, names: list[str]) -> None:
    kept = Arrangement(filters).ascending(RESULTS)
    assert [one.name for one in kept] == [f"{name}.jpg" for name in names]


def test_every_column_says_something_of_every_result() -> None:
    said = {one.name: [column.words(one) for column in COLUMNS] for one in RESULTS}
    assert said["mel.jpg"][1:5] == ["Melanoma", "70 %", "80 %, yes", "Usual"]
    assert said["odd.jpg"][5] == "Unlike a lesion"
    assert said["bad.jpg"][1:] == ["No finding", "", "", "", "", "It is damaged."]
