"""``python -m training split``: sides that nothing leaks across, in a file of their own."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from training.audit.clusters import clusters
from training.audit.copies import near_pairs
from training.audit.leaks import leaking_pairs
from training.audit.signatures import read_signatures
from training.console import say
from training.datasets import Sample, read_dataset
from training.errors import SplitLeaks
from training.material import Material
from training.pages.text import plural
from training.run import runs_folder
from training.splits import PARTS, Split, split_as_given, split_by_lesion

SEED = 20260101


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``split``."""
    parser.add_argument("data", type=Path, metavar="DATA", help="the data set")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="JSON to write")
    parser.add_argument("--folds", type=int, default=10, metavar="K", help="default: %(default)s")
    parser.add_argument("--seed", type=int, default=SEED, metavar="N", help="default: %(default)s")
    parser.add_argument(
        "--as-given", action="store_true", help="keep the sides that the set came with"
    )


def run(arguments: argparse.Namespace) -> int:
    """Split, save, and say the hash.

    Returns
    -------
    int
        0.

    Raises
    ------
    LentigoError
        If the data set cannot be read or split, or the file not be written.
    """
    samples = read_dataset(arguments.data, cache=runs_folder()).trainable
    if arguments.as_given:
        split = split_as_given(samples, seed=arguments.seed)
    else:
        split = drawn(samples, seed=arguments.seed, folds=arguments.folds)
    split.save(arguments.out)
    counts = ", ".join(f"{part} {len(getattr(split, part)):,}" for part in PARTS)
    say(f"{arguments.out}: {counts}; {split.sha256}")
    return 0


def drawn(samples: Sequence[Sample], *, seed: int, folds: int = 10) -> Split:
    """Split by lesion; by clusters of like images where a lesion is not known.

    Parameters
    ----------
    samples : sequence of Sample
        What to split.
    seed, folds : int
        As for `split_by_lesion`.
    """
    lesionless = [sample for sample in samples if sample.lesion_id is None]
    groups = clusters(lesionless) if lesionless else {}
    return split_by_lesion(samples, seed=seed, folds=folds, clusters=groups)


def checked(material: Material, *, accept_leaks: bool) -> Material:
    """Refuse a split that leaks, or note how much it does.

    Copies are looked for where lesions are not known; where they are, they are what must not be
    torn apart.

    Parameters
    ----------
    material : Material
        What is to be learned from.
    accept_leaks : bool
        Whether to go on all the same.

    Raises
    ------
    SplitLeaks
        If pairs that show the same stand on two sides, and that was not accepted.
    """
    samples = material.samples
    copies = []
    if any(sample.lesion_id is None for sample in samples):
        copies = near_pairs(read_signatures([sample.path for sample in samples]))
    pairs = leaking_pairs(samples, material.split, copies=copies)
    if pairs and not accept_leaks:
        first, second = (samples[position].image_id for position in pairs[0])
        raise SplitLeaks(
            f"{plural(len(pairs), 'pair')} of images that show the same stand on two sides of the "
            f"split, {first} and {second} first: figures measured on it would be too good. Split "
            "anew with `python -m training split`, or say --accept-leaks.",
            value=len(pairs),
        )
    return replace(material, leaks=len(pairs))
