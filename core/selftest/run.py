"""The whole self-test."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from core.language import in_english
from core.selftest.check import Check, Outcome
from core.selftest.engines import engine_checks
from core.selftest.stores import store_checks
from core.selftest.surroundings import surrounding_checks

SCHEMA: Final = 1
"""Of what machines read; `docs/schemas/self_test.schema.json` describes it."""


def self_test(model: Path) -> list[Check]:
    """Make every check; each brings its answer, whatever happens to the others.

    Parameters
    ----------
    model : Path
        Folder of the bundle.
    """
    return [*engine_checks(model), *store_checks(), *surrounding_checks()]


def all_well(checks: list[Check]) -> bool:
    """Whether nothing failed."""
    return all(check.outcome is not Outcome.FAILED for check in checks)


def as_values(checks: list[Check], *, version: str) -> dict[str, Any]:
    """Turn it into plain values, in English.

    Parameters
    ----------
    checks : list of Check
        What came of them.
    version : str
        Of Lentigo.
    """
    return {
        "schema": SCHEMA,
        "lentigo": version,
        "passed": all_well(checks),
        "checks": [
            {
                "name": str(check.name),
                "outcome": str(check.outcome),
                "sentence": in_english(check.sentence),
                "facts": dict(check.facts),
            }
            for check in checks
        ],
    }
