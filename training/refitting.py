"""``python -m training refit``: the same weights, with rules fitted anew on validation images."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from core.datasets import read_dataset
from core.model import Bundle
from core.model.bundle_files import LICENCE
from training.console import say
from training.errors import RunError, SplitLeaks
from training.export.wishes import add_wishes, wishes_of
from training.material import Material
from training.options import at_least
from training.origin import Origin
from training.run import runs_folder
from training.splits import load_split
from training.splitting import checked

_PARITY_IMAGES = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``refit``."""
    add = parser.add_argument
    add("--bundle", type=Path, required=True, metavar="DIR", help="whose weights stay")
    add("--data", type=Path, required=True, metavar="DATA", help="images of the same classes")
    add("--split", type=Path, required=True, metavar="FILE", help="from `split`, of that data set")
    add("--fold", type=at_least(1), metavar="N", help="the test fold of that file")
    add("--out", type=Path, required=True, metavar="DIR", help="the bundle")
    add_wishes(parser)


def run(arguments: argparse.Namespace) -> int:
    """Fit on the validation images, write the bundle, and say how to measure it.

    Returns
    -------
    int
        0.

    Raises
    ------
    RunError
        If the data set has other classes than the bundle, or its graph answers otherwise than its
        network.
    SplitLeaks
        If copies stand on two sides of the split, or the weights learned from the same set under
        another split.
    """
    from core.model.build import network_from_bundle
    from training.export.afterwards import fit_afterwards, save
    from training.export.answers import answer
    from training.export.parity import require_parity

    bundle = Bundle.load(arguments.bundle)
    dataset = read_dataset(arguments.data, cache=runs_folder())
    split = load_split(arguments.split, fold=arguments.fold)
    material = Material(dataset, split, runs_folder() / "pixels")
    _require_fit(bundle, checked(material, accept_leaks=False))
    wishes = wishes_of(arguments)
    wishes.require_possible(bundle.card.codes)
    now = datetime.now(UTC)
    fitted_on = f"{dataset.statement.name}, {split.sha256}"
    draft = save(
        arguments.out,
        card=bundle.card.model_copy(
            update={
                "version": now.strftime("%Y.%m.%d"),
                "created": now.date().isoformat(),
                "training": bundle.card.training | {"fitted_on": fitted_on},
            }
        ),
        weights=bundle.weights,
        licence=(bundle.folder / LICENCE).read_text(encoding="utf-8"),
    )
    fitted = fit_afterwards(draft, network_from_bundle(draft), material, wishes)
    some = material.rows(split.validation)[:_PARITY_IMAGES]
    network = network_from_bundle(fitted)
    pixels = np.asarray(material.pixels(bundle.card.preprocessing.shape[:2])[some])
    require_parity(fitted, lambda batch: answer(network, batch), pixels)
    say(f"{fitted.folder}: {fitted.sha256}")
    say(
        f"Measure it with: python -m training evaluate --bundle {arguments.out} "
        f"--data {arguments.data} --split {arguments.split} --out REPORT"
    )
    return 0


def _require_fit(bundle: Bundle, material: Material) -> None:
    if material.codes != bundle.card.codes:
        raise RunError(
            f"{material.dataset.statement.name} has the classes {', '.join(material.codes)}, but "
            f"{bundle.card.name} {', '.join(bundle.card.codes)}.",
            value=material.codes,
        )
    if Origin.of(bundle).divided_otherwise(material):
        raise SplitLeaks(
            f"{bundle.card.name} learned from {material.dataset.statement.name} under another "
            "split, so perhaps from images that its rules would be fitted on: use that split.",
            value=bundle.folder,
        )
