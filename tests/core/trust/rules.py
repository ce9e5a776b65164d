"""Rules for three classes."""

from __future__ import annotations

from core.trust.rules import CertaintyRule, OperatingPoint, PredictionSetRule, TrustRules

CODES = ("mel", "nv", "bkl")
RULES = TrustRules(
    images=100,
    lesions=90,
    split_sha256="0" * 64,
    prevalence={"mel": 0.2, "nv": 0.7, "bkl": 0.1},
    certainty=CertaintyRule(threshold=0.6, error_rate=0.1),
    prediction_sets=PredictionSetRule(
        coverage=0.9, thresholds={"mel": 0.05, "nv": 0.3, "bkl": 0.3}
    ),
    operating_points=(
        OperatingPoint(name="sensitivity_90", threshold=0.2, sensitivity=0.9, specificity=0.7),
        OperatingPoint(name="strict", threshold=0.5, sensitivity=0.6, specificity=0.95),
    ),
)
