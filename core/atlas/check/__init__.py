"""What is wrong with an atlas on disk, and what of a damaged one can still be used.

`Atlas.open` refuses a library that is not the one that was written: nobody should learn from what
a failing disk has made of a diagnosis. `examine` says what is wrong, and `rescue` writes what can
still be read into another folder, as an atlas of its own.
"""

from __future__ import annotations

from core.atlas.check.examine import Examined, check_images, examine
from core.atlas.check.flaw import Flaw, Problem
from core.atlas.check.rescue import Rescued, rescue

__all__ = ["Examined", "Flaw", "Problem", "Rescued", "check_images", "examine", "rescue"]
