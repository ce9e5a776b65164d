"""Another case mix: probabilities as they would be where diseases are rarer or more frequent.

A model's probabilities belong to the case mix on which they were calibrated. Where another one is
known, Bayes' rule moves them there, as long as each disease looks the same in both places.
"""

from __future__ import annotations

from collections.abc import Mapping


def parse_shares(text: str) -> dict[str, float]:
    """Read a case mix as people write it: ``mel=0.02,nv=0.98``.

    Parameters
    ----------
    text : str
        A class code and its share for each class.

    Raises
    ------
    ValueError
        If it is not written so.
    """
    pairs = [item.partition("=") for item in text.split(",")]
    return {code.strip(): float(share) for code, _, share in pairs}


def shares_text(shares: Mapping[str, float]) -> str:
    """Write a case mix so that `parse_shares` reads it."""
    return ",".join(f"{code}={share!r}" for code, share in shares.items())


def reweighted(
    probabilities: Mapping[str, float],
    *,
    fitted: Mapping[str, float],
    stated: Mapping[str, float],
) -> dict[str, float]:
    """Move probabilities from one case mix to another [1]_.

    Parameters
    ----------
    probabilities : mapping of str to float
        By class code; they sum to 1.
    fitted : mapping of str to float
        Share of each class in the case mix they belong to, positive.
    stated : mapping of str to float
        Share of each class in the case mix wanted; any scale, not all 0.

    Returns
    -------
    dict of str to float
        By class code, in the same order; they sum to 1.

    Raises
    ------
    ValueError
        If a share is missing, negative, or nothing is left.

    References
    ----------
    .. [1] Saerens, Latinne, Decaestecker, "Adjusting the Outputs of a Classifier to New a Priori
       Probabilities", Neural Computation 14(1), 2002, doi:10.1162/089976602753284446.
    """
    for name, shares in (("fitted", fitted), ("stated", stated)):
        if set(probabilities) - set(shares) or min(shares.values()) < 0:
            raise ValueError(f"The {name} case mix must give each class a share, 0 or more.")
    weighted = {
        code: probability * stated[code] / fitted[code] if fitted[code] > 0 else 0.0
        for code, probability in probabilities.items()
    }
    total = sum(weighted.values())
    if not total > 0:
        raise ValueError("In the stated case mix, none of the classes is possible.")
    return {code: value / total for code, value in weighted.items()}
