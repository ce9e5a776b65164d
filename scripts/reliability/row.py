"""A row of the page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tried:
    """A row.

    Parameters
    ----------
    fault : str
        What goes wrong.
    answer : str
        What happens then, if the tests pass.
    tests : tuple of str
        Files, or functions in files, as pytest takes them.
    """

    fault: str
    answer: str
    tests: tuple[str, ...]


def of(file: str, *names: str) -> tuple[str, ...]:
    """Name functions of a file of tests, each without ``test_``."""
    return tuple(f"{file}::test_{name}" for name in names)
