"""``python -m training export``: from a finished run to a bundle that the window opens."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.model.build import network_from_bundle
from core.model.bundle import Bundle
from training.console import say
from training.errors import ExperimentError, RunError
from training.experiment import Distilling, Experiment
from training.export.afterwards import fit_afterwards, save
from training.export.answers import answer, answers
from training.export.averaging import averaged
from training.export.draft_card import draft_card
from training.export.folding import fold_batch_norm
from training.export.parity import require_parity
from training.export.wishes import Wishes
from training.further import further_of
from training.label_files import samples_of, write_labels
from training.licences import licence_text
from training.logits import predict_logits
from training.material import Material
from training.networks import finished_network
from training.origin import origin_of
from training.run import Run

_TOLERANCE = 0.02  # of the largest logit: float16 keeps 11 bits, and 14 layers add up
_PARITY_IMAGES = 100  # one by one under two runtimes: some 20 seconds


def require_vgg16(experiment: Experiment) -> None:
    """Check that an experiment trains what ships.

    Raises
    ------
    ExperimentError
        If its network is another than VGG16.
    """
    if not isinstance(experiment, Distilling) and experiment.architecture != "vgg16":
        raise ExperimentError(
            f"{experiment.name} makes no VGG16, and nothing else ships.", value=experiment.name
        )


def export(
    run: Run,
    material: Material,
    *,
    out: Path,
    wishes: Wishes | None = None,
    average_with: Path | None = None,
) -> Bundle:
    """Fold, fit what is fitted afterwards, write the bundle, and check that it answers alike.

    Parameters
    ----------
    run : Run
        Finished.
    material : Material
        What it learned from.
    out : Path
        Folder of the bundle; one that is there is replaced.
    wishes : Wishes, optional
        What else is asked for; nothing by default.
    average_with : Path, optional
        Folder of the model that the run went on from: the bundle gets the mean of both weights.

    Returns
    -------
    Bundle
        As read back. Its card has no figures yet: `training.card` puts them there.

    Raises
    ------
    ExperimentError
        If the run's network is no VGG16, there is no such class to favour, or the run did not go
        on from the model to average with.
    RunError
        If the run is not finished, the bundle answers otherwise than the run's network, or its
        graph otherwise than its network.
    """
    wishes = wishes or Wishes()
    experiment, trained = finished_network(run, material)
    require_vgg16(experiment)
    wishes.require_possible(material.codes)
    rows = material.rows(material.split.validation)
    pixels = np.asarray(material.pixels(experiment.input_size)[rows])
    weights = fold_batch_norm(trained)
    origin = None if average_with is None else Bundle.load(average_with)
    if origin is not None:
        weights = averaged(weights, run, material, origin=origin)
    draft = save(
        out,
        card=draft_card(run, experiment, material, weights=weights, averaged=origin is not None),
        weights=weights,
        licence=licence_text(material.dataset.statement, origin_of(run), further_of(run.folder)),
    )
    network = network_from_bundle(draft)
    told = answers(network, pixels)
    if origin is None:
        _require_alike(predict_logits(trained, pixels), told.logits)
    require_parity(draft, lambda batch: answer(network, batch), pixels[:_PARITY_IMAGES])
    write_labels(samples_of(material.samples, material.split.test), run.folder / "test.csv")
    return fit_afterwards(draft, network, material, wishes, told=told)


def _require_alike(run: NDArray[np.float32], bundle: NDArray[np.float32]) -> None:
    difference = float(np.abs(run - bundle).max() / np.abs(run).max())
    findings = float((run.argmax(axis=1) == bundle.argmax(axis=1)).mean())
    say(
        f"The bundle against the run: largest difference of a logit {difference:.4%} of the "
        f"largest, {findings:.2%} of findings equal"
    )
    if difference > _TOLERANCE:
        raise RunError(f"The bundle's logits differ by {difference:.2%} from the run's.")
