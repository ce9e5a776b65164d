"""What a preview shows: one report, or one of several about the same patient."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.report.options import ReportOptions


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """A report that can be made.

    Parameters
    ----------
    words : str
        What it is about.
    file_name : str
        A name to propose for its file.
    make : callable
        Makes the PDF file in another process, so it can be pickled; raises a `LentigoError` where
        it cannot.
    """

    words: str
    file_name: str
    make: Callable[[ReportOptions], bytes]


@dataclass(frozen=True, slots=True, eq=False)
class ReportJob:
    """What the user wants to see.

    Parameters
    ----------
    title : str
        Of the window.
    choices : sequence of Choice
        At least one.
    chosen : int
        The first to show.
    of_case : bool
        Whether there are parts to choose, and a patient to identify.
    """

    title: str
    choices: Sequence[Choice]
    chosen: int = 0
    of_case: bool = False
