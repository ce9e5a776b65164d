"""Training on several devices, by the engines that exist for it.

What is built, compiled and fitted inside `Distribution.scope` runs on all of them; everything else
does not know of it.
"""

from __future__ import annotations

from training.distribution.choice import Distribution, Kind, open_distribution
from training.distribution.share import WHOLE, Share

__all__ = ["WHOLE", "Distribution", "Kind", "Share", "open_distribution"]
