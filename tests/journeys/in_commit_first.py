"""What journeys do where an answer is asked for first."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from core.paths import examples_folder
from desktop.commit.box import CommitBox
from desktop.commit.presenter import CommitPresenter
from tests.desktop.fakes import make_analysis, make_picture
from tests.desktop.windows import Window

EXAMPLES = sorted(examples_folder().glob("*.jpg"))


def analyse(window: Window, paths: Sequence[Path], *, finding: str = "mel") -> None:
    """Open images and have each analysed, with a checksum of its own."""
    window.open(paths)
    client = window.engine.client
    for job, submitted in list(client.open.items()):
        picture = make_picture()
        sha256 = sha256_of(submitted.source)
        client.decode(job, replace(picture, record=replace(picture.record, sha256=sha256)))
        client.answer(job, make_analysis(client.card, finding=finding, probability=0.7))
    window.settle()
    window.bot.waitUntil(lambda: presenter_of(window).settled)


def sha256_of(source: object) -> str:
    assert isinstance(source, Path)
    return hashlib.sha256(source.read_bytes()).hexdigest()


def presenter_of(window: Window) -> CommitPresenter:
    presenter = window.app.commit.presenter
    assert presenter is not None
    return presenter


def box_of(window: Window) -> CommitBox:
    return presenter_of(window).box
