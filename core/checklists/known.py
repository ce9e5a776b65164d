"""Finding a checklist by its kind."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from core.checklists.abcd import ABCD
from core.checklists.checklist import Checklist
from core.checklists.kinds import ChecklistKind
from core.checklists.seven_point import SEVEN_POINT

CHECKLISTS: Final[MappingProxyType[ChecklistKind, Checklist]] = MappingProxyType(
    {one.kind: one for one in (ABCD, SEVEN_POINT)}
)
"""All checklists, in the order in which they are offered."""
