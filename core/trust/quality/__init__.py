"""What about a picture makes its finding less reliable: named findings, each with advice.

Nothing here refuses a picture. Each number is measured on one small copy of it, compared with its
limit in `core.trust.quality.limits`, and costs a fraction of a millisecond; ``python -m training
quality`` measures the limits and what they find.
"""

from __future__ import annotations

from core.trust.quality.gate import quality_of
from core.trust.quality.limits import LIMITS, Limit, QualityCode
from core.trust.quality.measures import MEASURED, measure

__all__ = ["LIMITS", "MEASURED", "Limit", "QualityCode", "measure", "quality_of"]
