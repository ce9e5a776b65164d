"""Every error crosses from a worker process whole."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from core import errors
from core.errors import LentigoError

FAMILY = [one for one in vars(errors).values() if isinstance(one, type)]


@pytest.mark.parametrize("cls", FAMILY)
def test_errors_survive_the_way_between_processes(cls: type[LentigoError]) -> None:
    error = pickle.loads(pickle.dumps(cls("Cannot read it.", value=Path("a.jpg"))))
    assert type(error) is cls
    assert (error.message, error.value, str(error)) == (
        "Cannot read it.",
        Path("a.jpg"),
        "Cannot read it.",
    )
    assert error.kind == cls.__name__
