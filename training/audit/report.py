"""The findings as values for programs, and as one verdict in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from core.copies.pairs import Pair
from training.audit.findings import Findings
from training.pages.text import plural

Json = dict[str, object]


def as_json(findings: Findings, *, made: str) -> Json:
    """Everything, as ``docs/schemas/audit.schema.json`` describes it.

    Parameters
    ----------
    findings : Findings
        Of the audit.
    made : str
        Command and time.
    """
    sides = Counter(side for side in findings.sides if side)
    return {
        "made": made,
        "images": len(findings.samples),
        "classes": findings.classes,
        "sides": dict(sorted(sides.items())),
        "unlabelled": findings.unlabelled or None,
        **_pairs(findings, "exact_pairs", findings.exact),
        **_pairs(findings, "near_pairs", findings.near),
        "near_pairs_unexpected": _listed(findings, findings.unexpected),
        "lesion_pairs_across_splits": _listed(findings, findings.across(findings.lesion)),
        "unreadable": {
            "count": len(findings.unreadable),
            "files": [findings.path(position) for position in sorted(findings.unreadable)],
        },
        "verdict": verdict(findings),
    }


def _pairs(findings: Findings, name: str, pairs: Sequence[Pair]) -> Json:
    return {
        name: _listed(findings, pairs),
        f"{name}_contradicting": _listed(findings, findings.contradicting(pairs)),
        f"{name}_across_splits": _listed(findings, findings.across(pairs)),
    }


def _listed(findings: Findings, pairs: Sequence[Pair]) -> Json:
    named = sorted(sorted((findings.path(a), findings.path(b))) for a, b in pairs)
    return {"count": len(named), "pairs": named}


def verdict(findings: Findings) -> str:
    """Say in a few sentences whether figures measured on this set can be trusted."""
    copies = [*findings.exact, *findings.near]
    torn = sorted({*findings.across(copies), *findings.across(findings.lesion)})
    contradicting = findings.contradicting(copies)
    sentences = []
    if torn:
        sentences.append(
            f"{plural(len(torn), 'pair')} of images that show the same stand on two sides: no "
            "figure measured on this split can be trusted."
        )
    if contradicting:
        sentences.append(
            f"{plural(len(contradicting), 'pair')} of copies bear different labels: at least one "
            "of each two is wrong."
        )
    if findings.exact:
        sentences.append(f"{plural(len(findings.exact), 'pair')} of files have equal bytes.")
    if findings.unexpected:
        sentences.append(
            f"{plural(len(findings.unexpected), 'pair')} of different files show the same without "
            "being known as one lesion: they must stay on one side."
        )
    if findings.unreadable:
        sentences.append(f"{plural(len(findings.unreadable), 'file')} cannot be read.")
    if not sentences:
        return "No copies, no contradictions, no leaks were found."
    return " ".join(sentences)
