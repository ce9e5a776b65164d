"""In which order Tab leads through parts that were not made in the order in which they are seen."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


def order_tabs(parts: Iterable[QWidget]) -> None:
    """Have Tab lead from each part to the next."""
    for one, other in pairwise(parts):
        QWidget.setTabOrder(one, other)
