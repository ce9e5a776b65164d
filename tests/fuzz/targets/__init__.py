"""All readers that are fuzzed."""

from __future__ import annotations

from typing import Final

from tests.fuzz.targets.answers import ANSWERS
from tests.fuzz.targets.backups import BACKUPS
from tests.fuzz.targets.bundles import BUNDLES
from tests.fuzz.targets.packages import PACKAGES
from tests.fuzz.targets.pictures import PICTURES
from tests.fuzz.targets.tables import TABLES

TARGETS: Final = {
    target.name: target for target in (*PICTURES, *BUNDLES, *PACKAGES, *BACKUPS, *TABLES, *ANSWERS)
}
"""By name."""
