"""A new bundle's card, before anything is fitted or measured."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, datetime

from pydantic import JsonValue

from core.images import FitMode
from core.model import Card
from core.model.bundle import Weights
from core.model.card import DataSource, Network, Preprocessing
from training.card_words import limits_of, teacher_words
from training.experiment import Distilling, Experiment
from training.export.folding import blocks_of
from training.further import FurtherSource, further_of
from training.label_files import samples_of
from training.licences import licence_name
from training.material import Material
from training.origin import Origin, origin_of
from training.run import Run


def draft_card(
    run: Run, experiment: Experiment, material: Material, *, weights: Weights, averaged: bool
) -> Card:
    """Say what a model is, what it learned from, and what it cannot know.

    Parameters
    ----------
    run : Run
        Finished.
    experiment : Classification or Distilling
        Of that run.
    material : Material
        What it learned from.
    weights : dict of str to ndarray
        What it computes with.
    averaged : bool
        Whether they are the mean of the run's and of those that it went on from.
    """
    height, width = experiment.input_size
    origin, further = origin_of(run), further_of(run.folder)
    now = datetime.now(UTC)
    return Card(
        name="Lentigo VGG16",
        version=now.strftime("%Y.%m.%d"),
        created=now.date().isoformat(),
        licence=licence_name(material.dataset.statement, origin, further),
        network=Network(blocks=blocks_of(weights)),
        preprocessing=Preprocessing(height=height, width=width, mode=FitMode.CROP),
        classes=material.dataset.classes,
        data=_sources(material, origin, further),
        heat_map_scale=1.0,
        training=_training(run, experiment, material, averaged=averaged),
        limits=limits_of(material, origin, further),
    )


def _training(
    run: Run, experiment: Experiment, material: Material, *, averaged: bool
) -> dict[str, JsonValue]:
    origin, further = origin_of(run), further_of(run.folder)
    start = "" if origin is None else " --weights MODEL"
    start += "" if further is None else " --also DATA2"
    told: dict[str, JsonValue] = {
        "command": f"python -m training train {experiment.name} --data DATA{start} --out RUN",
        "experiment": json.loads(json.dumps(dataclasses.asdict(experiment))),
        "environment": json.loads((run.folder / "environment.json").read_text("utf-8")),
        "accepted_leaks": material.leaks,
    }
    if isinstance(experiment, Distilling):
        beside = origin if experiment.ensemble else None
        told["teacher"] = teacher_words(experiment.teacher, beside=beside)
    if origin is not None:
        told["origin"] = f"{origin.name} {origin.version}, {origin.sha256}"
        told["averaged"] = averaged
    return told


def _sources(
    material: Material, origin: Origin | None, further: FurtherSource | None
) -> tuple[DataSource, ...]:
    now = (_source(material), *(() if further is None else (further.source,)))
    before = () if origin is None else tuple(part for part in origin.data if part not in now)
    return (*before, *now)


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
