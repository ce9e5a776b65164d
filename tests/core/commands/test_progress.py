"""Progress in place, which leaves no trace; a line a file can keep."""

from __future__ import annotations

import io

import pytest

from core.commands.progress import ImageProgress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_the_count_and_then_an_empty_line() -> None:
    stream = Terminal()
    with ImageProgress(stream, name="lesion", verb="Occlusion") as progress:
        progress(8, 64)
        assert stream.getvalue().endswith(f"\r{'Occlusion: lesion, 8 of 64':<78}")
    assert stream.getvalue().endswith(f"\r{'':<78}\r")


def test_a_file_gets_one_line_when_it_is_done() -> None:
    stream = io.StringIO()
    with ImageProgress(stream, name="lesion", verb="Occlusion") as progress:
        progress(8, 64)
        assert not stream.getvalue()
    assert stream.getvalue() == "Occlusion: lesion\n"


def test_what_was_not_done_is_not_said() -> None:
    stream = io.StringIO()
    with pytest.raises(KeyboardInterrupt), ImageProgress(stream, name="a", verb="Occlusion"):
        raise KeyboardInterrupt
    assert not stream.getvalue()
