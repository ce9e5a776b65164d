"""``python -m training export``: from a finished run to a bundle that the window opens."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import keras
import numpy as np
from numpy.typing import NDArray

from core.errors import ImageError
from core.images import FitMode, ImageReader, fit
from core.model import Card, RawAnswer, save_bundle
from core.model.build import network_from_bundle
from core.model.bundle import Bundle
from core.model.card import DataSource, Network, Preprocessing
from core.model.described import References
from core.model.weights import encode_weights
from training.calibrate import fit_temperature, heat_map_scale
from training.callbacks import predict_logits
from training.card_words import limits_of, teacher_words
from training.console import say
from training.distillation import build_student
from training.errors import RunError
from training.experiment import Distilling
from training.folding import fold_batch_norm
from training.generic import photographs
from training.label_files import samples_of, write_labels
from training.licences import licence_name, licence_text
from training.material import Material
from training.onnx_graph import build_graph
from training.parity import require_parity
from training.run import Run
from training.trust.fit import Answered, fit_trust

_TOLERANCE = 0.02  # of the largest logit: float16 keeps 11 bits, and 14 layers add up
_AT_ONCE = 64
_PARITY_IMAGES = 100  # one by one under two runtimes: some 20 seconds


def export(
    run: Run, experiment: Distilling, material: Material, *, out: Path, ordinary: Path | None = None
) -> Bundle:
    """Fold, fit what is fitted afterwards, write the bundle, and check that it answers alike.

    Parameters
    ----------
    run : Run
        Finished.
    experiment : Distilling
        Of that run.
    material : Material
        What it learned from.
    out : Path
        Folder of the bundle; one that is there is replaced.
    ordinary : Path, optional
        Folder of ordinary photographs in folders by category, of which part A teaches the novelty
        detector what is no skin; without it, it knows distance alone.

    Returns
    -------
    Bundle
        As read back. Its card has no figures yet: `training.card` puts them there.

    Raises
    ------
    RunError
        If the run is not finished, the bundle answers otherwise than the run's network, or its
        graph otherwise than its network.
    """
    if not run.complete:
        raise RunError(f"{run.folder} is not finished: run train again.", value=run.folder)
    student = build_student(classes=len(material.codes), blocks=experiment.blocks)
    student.load_weights(run.weights_path)
    rows = material.rows(material.split.validation)
    pixels = np.asarray(material.pixels(experiment.input_size)[rows])
    logits = predict_logits(student, pixels)
    card = _card(run, experiment, material)
    licence = licence_text(material.dataset.statement)
    draft = save_with_graph(out, card=card, weights=fold_batch_norm(student), licence=licence)
    network = network_from_bundle(draft)
    answered, heat_maps = _answers(network, pixels)
    _require_alike(logits, answered.logits)
    require_parity(draft, lambda batch: _answer(network, batch), pixels[:_PARITY_IMAGES])
    temperature = fit_temperature(answered.logits, material.labels[rows])
    trust, references = fit_trust(
        answered,
        [material.samples[row] for row in rows],
        card=card.model_copy(update={"temperature": temperature}),
        known=_embeddings(network, material, experiment.input_size),
        ordinary=None if ordinary is None else _ordinary(network, ordinary, card),
    )
    fitted = card.model_copy(
        update={
            "temperature": temperature,
            "heat_map_scale": heat_map_scale(answered.logits, heat_maps),
            "trust": trust,
        }
    )
    write_labels(samples_of(material.samples, material.split.test), run.folder / "test.csv")
    return save_with_graph(
        out, card=fitted, weights=draft.weights, licence=licence, references=references
    )


def save_with_graph(
    out: Path,
    *,
    card: Card,
    weights: Mapping[str, NDArray[np.floating]],
    licence: str,
    references: References | None = None,
) -> Bundle:
    """Write a bundle that opens under both runtimes: see `core.model.save_bundle`."""
    graph = build_graph(card, encode_weights(weights))
    return save_bundle(
        out, card=card, weights=weights, licence=licence, graph=graph, references=references
    )


def _embeddings(
    network: keras.Model, material: Material, size: tuple[int, int]
) -> NDArray[np.float32]:
    """Embeddings of all training images, (n, channels)."""
    pixels, rows = material.pixels(size), material.rows(material.split.train)
    parts = [rows[start : start + _AT_ONCE] for start in range(0, len(rows), _AT_ONCE)]
    return np.concatenate([_answer(network, np.asarray(pixels[part])).embedding for part in parts])


def _ordinary(network: keras.Model, folder: Path, card: Card) -> NDArray[np.float32]:
    """Embeddings of ordinary photographs of part A, (n, channels); unreadable ones left out."""
    spec = card.preprocessing.spec
    with ImageReader() as reader:
        pictures = [
            fit(outcome.pixels, spec).pixels
            for _, outcome in reader.read_many(photographs(folder, part="a"))
            if not isinstance(outcome, ImageError)
        ]
    parts = [
        np.stack(pictures[start : start + _AT_ONCE]) for start in range(0, len(pictures), _AT_ONCE)
    ]
    return np.concatenate([_answer(network, part).embedding for part in parts])


def _answers(
    network: keras.Model, pixels: NDArray[np.uint8]
) -> tuple[Answered, NDArray[np.float32]]:
    starts = range(0, len(pixels), _AT_ONCE)
    parts = [_answer(network, pixels[start : start + _AT_ONCE]) for start in starts]
    logits = np.concatenate([part.logits for part in parts])
    embeddings = np.concatenate([part.embedding for part in parts])
    heat_maps = np.concatenate([part.heat_maps for part in parts])
    return Answered(logits, embeddings), heat_maps


def _answer(network: keras.Model, pixels: NDArray[np.uint8]) -> RawAnswer:
    answer = network(pixels, training=False)
    return RawAnswer(**{name: keras.ops.convert_to_numpy(answer[name]) for name in answer})


def _require_alike(run: NDArray[np.float32], bundle: NDArray[np.float32]) -> None:
    difference = float(np.abs(run - bundle).max() / np.abs(run).max())
    findings = float((run.argmax(axis=1) == bundle.argmax(axis=1)).mean())
    say(
        f"The bundle against the run: largest difference of a logit {difference:.4%} of the "
        f"largest, {findings:.2%} of findings equal"
    )
    if difference > _TOLERANCE:
        raise RunError(f"The bundle's logits differ by {difference:.2%} from the run's.")


def _card(run: Run, experiment: Distilling, material: Material) -> Card:
    height, width = experiment.input_size
    statement = material.dataset.statement
    return Card(
        name="Lentigo VGG16",
        version=datetime.now(UTC).strftime("%Y.%m.%d"),
        created=datetime.now(UTC).date().isoformat(),
        licence=licence_name(statement),
        network=Network(blocks=experiment.blocks),
        preprocessing=Preprocessing(height=height, width=width, mode=FitMode.CROP),
        classes=material.dataset.classes,
        data=(_source(material),),
        heat_map_scale=1.0,
        training={
            "command": f"python -m training train {experiment.name} --data DATA --out RUN",
            "experiment": json.loads(json.dumps(dataclasses.asdict(experiment))),
            "environment": json.loads((run.folder / "environment.json").read_text("utf-8")),
            "teacher": teacher_words(experiment.teacher),
            "accepted_leaks": material.leaks,
        },
        limits=limits_of(material),
    )


def _source(material: Material) -> DataSource:
    statement = material.dataset.statement
    learned = samples_of(material.samples, material.split.train)
    lesions = {sample.lesion_id for sample in learned}
    return DataSource(
        name=statement.name,
        licence=statement.licence,
        source=statement.source,
        images=len(learned),
        lesions=None if None in lesions else len(lesions),
        split_sha256=material.split.sha256,
    )
