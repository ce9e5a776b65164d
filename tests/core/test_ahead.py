"""What is done ahead comes in order, and not further ahead than it should."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from core.ahead import in_order


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2) as pool:
        yield pool


def test_answers_come_in_the_order_of_the_items(threads: ThreadPoolExecutor) -> None:
    second_is_done = threading.Event()

    def do(number: int) -> int:
        if number == 0:
            assert second_is_done.wait(10)
        if number == 1:
            second_is_done.set()
        return -number

    assert list(in_order(threads, do, range(20), ahead=3)) == [-number for number in range(20)]


def test_items_are_taken_a_few_ahead_only(threads: ThreadPoolExecutor) -> None:
    taken = itertools.count()
    answers = in_order(threads, str, taken, ahead=4)
    assert [next(answers) for _ in range(3)] == ["0", "1", "2"]
    assert next(taken) <= 3 + 4


def test_nothing_comes_of_nothing(threads: ThreadPoolExecutor) -> None:
    assert list(in_order(threads, str, (), ahead=2)) == []


def test_what_fails_is_raised_and_what_waits_is_dropped() -> None:
    done: list[int] = []
    going_on = threading.Event()

    def do(number: int) -> None:
        if number == 0:
            raise ValueError("the first")
        assert going_on.wait(10)
        done.append(number)

    with ThreadPoolExecutor(1) as one:
        with pytest.raises(ValueError, match="the first"):
            next(in_order(one, do, range(9), ahead=9))
        going_on.set()
    assert done in ([], [1])  # the second may have been at it already
