"""The statement of purpose, as the model's card has it.

It stands here once more because the card's module takes longer to import than the window to show;
a test holds the two together.
"""

from __future__ import annotations

from typing import Final

from desktop.language.words import mark

STATEMENT: Final = mark("For research and education; not a diagnosis; not a medical device.")
