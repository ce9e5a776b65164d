"""A new bundle's card, before anything is fitted or measured."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, datetime

from pydantic import JsonValue

from core.images import FitMode
from core.model import Card
from core.model.card import DataSource, Network, Preprocessing
from training.card_words import limits_of, teacher_words
from training.experiment import Distilling, Experiment
from training.label_files import samples_of
from training.licences import licence_name
from training.material import Material
from training.run import Run


def draft_card(
    run: Run, experiment: Experiment, material: Material, *, blocks: tuple[tuple[int, int], ...]
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
    blocks : tuple of (int, int)
        Convolutions and channels of its blocks.
    """
    height, width = experiment.input_size
    now = datetime.now(UTC)
    return Card(
        name="Lentigo VGG16",
        version=now.strftime("%Y.%m.%d"),
        created=now.date().isoformat(),
        licence=licence_name(material.dataset.statement),
        network=Network(blocks=blocks),
        preprocessing=Preprocessing(height=height, width=width, mode=FitMode.CROP),
        classes=material.dataset.classes,
        data=(_source(material),),
        heat_map_scale=1.0,
        training=_training(run, experiment, material),
        limits=limits_of(material),
    )


def _training(run: Run, experiment: Experiment, material: Material) -> dict[str, JsonValue]:
    told: dict[str, JsonValue] = {
        "command": f"python -m training train {experiment.name} --data DATA --out RUN",
        "experiment": json.loads(json.dumps(dataclasses.asdict(experiment))),
        "environment": json.loads((run.folder / "environment.json").read_text("utf-8")),
        "accepted_leaks": material.leaks,
    }
    if isinstance(experiment, Distilling):
        told["teacher"] = teacher_words(experiment.teacher)
    return told


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
