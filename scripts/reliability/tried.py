"""What goes wrong, what Lentigo does then, and which tests show it: the rows of the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from scripts.reliability.computer import COMPUTER, ORDERS
from scripts.reliability.engine import ENGINE
from scripts.reliability.row import Tried
from scripts.reliability.strangers import STRANGERS

TRIED: Final[Mapping[str, tuple[Tried, ...]]] = {
    "The engine and the model": ENGINE,
    "The computer": COMPUTER,
    "Anything, in any order": ORDERS,
    "What strangers may have made": STRANGERS,
}
"""Under the headings of the page."""
