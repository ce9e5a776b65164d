"""``python -m training split``: sides that nothing leaks across, in a file of their own."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from core.datasets import Sample, read_dataset
from training.audit.clusters import copies_among, groups_among
from training.audit.leaks import leaking_pairs
from training.console import say
from training.dividing import folds_by_lesion, split_as_given, split_by_lesion
from training.errors import SplitLeaks
from training.groups_file import read_groups
from training.material import Material
from training.options import at_least
from training.pages.text import plural
from training.run import runs_folder
from training.splits import PARTS, Folds, Split

SEED = 20260101


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``split``."""
    parser.add_argument("data", type=Path, metavar="DATA", help="the data set")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="JSON to write")
    parser.add_argument(
        "--seed", type=at_least(0), default=SEED, metavar="N", help="default: %(default)s"
    )
    kinds = parser.add_mutually_exclusive_group()
    kinds.add_argument(
        "--folds",
        type=at_least(3),
        metavar="K",
        help="K folds, of which `train --fold` chooses one; default: one split",
    )
    kinds.add_argument(
        "--as-given", action="store_true", help="keep the sides that the set came with"
    )
    together = parser.add_mutually_exclusive_group()
    together.add_argument(
        "--groups", type=Path, metavar="CSV", help="image_id, group: what else to keep together"
    )
    together.add_argument(
        "--random",
        action="store_true",
        help="tear lesions and copies apart, to show what that would claim",
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
    groups = _groups(arguments, samples)
    if arguments.folds is not None:
        divided: Split | Folds = folds_by_lesion(
            samples, folds=arguments.folds, seed=arguments.seed, groups=groups
        )
    elif arguments.as_given:
        divided = split_as_given(samples, seed=arguments.seed, groups=groups)
    else:
        divided = split_by_lesion(samples, seed=arguments.seed, groups=groups)
    divided.save(arguments.out)
    say(f"{arguments.out}: {_sizes(divided)}; {divided.sha256}")
    return 0


def drawn(samples: Sequence[Sample], *, seed: int) -> Split:
    """Split by lesion, and by clusters of like images where a lesion is not known.

    Parameters
    ----------
    samples : sequence of Sample
        What to split.
    seed : int
        Of the shuffle.
    """
    return split_by_lesion(samples, seed=seed, groups=groups_among(samples))


def checked(material: Material, *, accept_leaks: bool) -> Material:
    """Refuse a split that is none of this data, or that leaks, or note how much it does.

    Parameters
    ----------
    material : Material
        What is to be learned from.
    accept_leaks : bool
        Whether to go on though it leaks.

    Raises
    ------
    DatasetError
        If the split names other images, or leaves a side empty.
    SplitLeaks
        If pairs that show the same stand on two sides, and that was not accepted.
    """
    samples = material.dataset.trainable
    material.split.require_fit(samples)
    pairs = leaking_pairs(samples, material.split, copies=copies_among(samples))
    if pairs and not accept_leaks:
        first, second = (samples[position].image_id for position in pairs[0])
        raise SplitLeaks(
            f"{plural(len(pairs), 'pair')} of images that show the same stand on two sides of the "
            f"split, {first} and {second} first: figures measured on it would be too good. Split "
            "anew with `python -m training split`, or say --accept-leaks.",
            value=len(pairs),
        )
    return replace(material, leaks=len(pairs))


def _groups(arguments: argparse.Namespace, samples: Sequence[Sample]) -> Mapping[str, str]:
    if arguments.random:
        return {sample.image_id: sample.image_id for sample in samples}
    further = [] if arguments.groups is None else read_groups(arguments.groups, samples)
    return groups_among(samples, further=further)


def _sizes(divided: Split | Folds) -> str:
    if isinstance(divided, Folds):
        return f"{len(divided.folds)} folds of {', '.join(f'{len(f):,}' for f in divided.folds)}"
    return ", ".join(f"{part} {len(getattr(divided, part)):,}" for part in PARTS)
