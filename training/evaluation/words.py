"""Figures as a clinician reads them: percentages, intervals, whole sentences."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from training.evaluation.figures import ClassLike, Figure, Figures
from training.pages.text import percent, plural

FEW = 20
"""A class of fewer lesions than this has intervals too narrow to be trusted."""

SHARES = frozenset({"accuracy", "balanced_accuracy", "melanoma_sensitivity", "precision", "recall"})
UNDEFINED = "not defined"


def value_words(name: str, figure: Figure) -> str:
    """Say the value alone: ``71 %`` for a share, ``0.71`` for what is none."""
    if figure.value is None:
        return UNDEFINED
    return percent(figure.value) if name in SHARES else f"{figure.value:.2f}"


def interval_words(name: str, figure: Figure) -> str:
    """Say the interval alone: ``64 to 77 %``; empty where there is none."""
    if figure.span is None:
        return ""
    low, high = figure.span
    if name in SHARES:
        return f"{100 * low:.0f} to {100 * high:.0f} %"
    return f"{low:.2f} to {high:.2f}"


def both_words(name: str, figure: Figure) -> str:
    """Value and interval: ``71 % (95 % interval 64 to 77 %)``."""
    interval = interval_words(name, figure)
    value = value_words(name, figure)
    return f"{value} (95 % interval {interval})" if interval else value


def count_words(figures: Figures) -> str:
    """``193 images of 185 lesions``, or that the lesions are not known."""
    if figures.lesions is None:
        return f"{plural(figures.n, 'image')} (lesions not known)"
    return f"{plural(figures.n, 'image')} of {plural(figures.lesions, 'lesion')}"


def sentences(figures: Figures, *, classes: Sequence[ClassLike], melanoma: str) -> list[str]:
    """Say the headline figures as sentences, the melanomas first, in plain text."""
    said = [_accuracy(figures, classes), _balanced(figures), _malignant(figures)]
    return [text for text in (_melanoma(figures, classes, melanoma), *said) if text]


def _melanoma(figures: Figures, classes: Sequence[ClassLike], melanoma: str) -> str:
    codes = [entry.code for entry in classes]
    if melanoma not in codes or not figures.per_class[melanoma].n:
        return ""
    index, n = codes.index(melanoma), figures.per_class[melanoma].n
    row = figures.confusion[index]
    share = both_words("melanoma_sensitivity", figures.headline["melanoma_sensitivity"])
    sentence = f"Of {plural(n, 'image')} of melanoma, {row[index]} were found to be that: {share}."
    others = [
        f"{classes[other].name} {row[other]}"
        for other in np.argsort(-row, kind="stable")
        if other != index and row[other]
    ]
    return f"{sentence} The others were taken for: {', '.join(others)}." if others else sentence


def _accuracy(figures: Figures, classes: Sequence[ClassLike]) -> str:
    right, share = int(np.trace(figures.confusion)), figures.headline["accuracy"]
    totals = figures.confusion.sum(axis=1)
    common = int(np.argmax(totals))
    return (
        f"The finding was the diagnosis in {right:,} of {plural(figures.n, 'image')}: "
        f"{both_words('accuracy', share)}. Always answering {classes[common].name} would have "
        f"been right in {percent(totals[common] / figures.n)}."
    )


def _balanced(figures: Figures) -> str:
    present = sum(entry.n > 0 for entry in figures.per_class.values())
    share = both_words("balanced_accuracy", figures.headline["balanced_accuracy"])
    return (
        f"With each of the {present} classes that occur counting the same, however common, "
        f"{share} were found (balanced accuracy; guessing gives {percent(1 / present)})."
    )


def _malignant(figures: Figures) -> str:
    area = figures.headline["malignant_auc"]
    if area.value is None:
        return ""
    interval = interval_words("malignant_auc", area)
    limits = f", 95 % interval {interval}" if interval else ""
    return (
        f"Of a random malignant and a random benign image, the malignant one gets the higher "
        f"probability of malignancy in {100 * area.value:.0f} of 100 pairs "
        f"(AUC {value_words('malignant_auc', area)}{limits})."
    )
