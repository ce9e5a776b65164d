"""Measuring a model in every way: each step once, and never two models' figures in one folder."""

from __future__ import annotations

import argparse
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.platforms import WINDOWS
from training.__main__ import VERBS

SCRIPT = Path(__file__).parents[2] / "scripts" / "measure_model.sh"
SECTIONS = ["", "lower_precision", "lower_precision", "similar", "explanations"]

pytestmark = pytest.mark.skipif(WINDOWS, reason="a POSIX shell runs it")


@dataclass
class Measuring:
    """A run of the script with a stand-in for Python, which notes what it is told to do."""

    folder: Path

    def __post_init__(self) -> None:
        """Make the stand-in, a model and a folder for reports."""
        (self.folder / "model").mkdir()
        self.name_weights("a" * 64)
        python = self.folder / "python"
        python.write_text(
            '#!/bin/sh\necho "$*" >> "$NOTED"\necho said\n'
            'case "$*" in *"$MAKES"*) mkdir -p "$7"; touch "$7/atlas.json"; exit 1 ;; esac\n'
            'case "$*" in *"$FAILS"*) exit 1 ;; esac\n'
        )
        python.chmod(0o755)

    def name_weights(self, sha256: str) -> None:
        (self.folder / "model/SHA256SUMS").write_text(f"{sha256}  weights.safetensors\n")

    def run(
        self, *, fails: str = "nothing", makes: str = "nothing"
    ) -> subprocess.CompletedProcess[str]:
        places = [
            self.folder / name for name in ("model", "data", "split", "masks", "photos", "out")
        ]
        told = {
            "PYTHON": self.folder / "python",
            "NOTED": self.folder / "noted",
            "FAILS": fails,
            "MAKES": makes,
        }
        environment = {**os.environ, **{name: str(value) for name, value in told.items()}}
        return subprocess.run(
            ["sh", SCRIPT, *places], env=environment, capture_output=True, text=True, check=False
        )

    @property
    def steps(self) -> list[list[str]]:
        return [line.split()[1:] for line in (self.folder / "noted").read_text().splitlines()]


@pytest.fixture
def measuring(tmp_path: Path) -> Measuring:
    return Measuring(tmp_path)


def test_all_parts_of_a_card_are_measured_by_commands_that_there_are(measuring: Measuring) -> None:
    assert measuring.run().returncode == 0
    parser = argparse.ArgumentParser(exit_on_error=False)
    verbs = parser.add_subparsers()
    for name, (_, add_arguments, _) in VERBS.items():
        add_arguments(verbs.add_parser(name, exit_on_error=False))
    told = [step[1:] for step in measuring.steps if step[0] == "training"]
    parsed = [(step[0], parser.parse_args(step)) for step in told]
    data, atlas = (str(measuring.folder / name) for name in ("data", "out/atlas"))
    others = [step for step in measuring.steps if step[0] != "training"]
    assert others == [["desktop", "atlas", "build", data, "--out", atlas]]
    cards = [given for verb, given in parsed if verb == "card"]
    assert ["".join(given.section) for given in cards] == SECTIONS
    reports = [given.out / "report.json" for verb, given in parsed if verb == "evaluate"]
    assert [given.report for given in cards] == reports
    assert len(set(reports)) == len(SECTIONS)
    fitted = [index for index, (verb, _) in enumerate(parsed) if verb == "precision"]
    assert fitted == [0, 1], "figures are of the card that ships"


def test_it_goes_on_where_it_failed(measuring: Measuring) -> None:
    failed = measuring.run(fails="report-bfloat16 --precision")
    log = measuring.folder / "out/report-bfloat16.log"
    assert (failed.returncode, failed.stderr) == (1, f"report-bfloat16 failed: {log}\n")
    assert log.read_text() == "said\n"
    done = len(measuring.steps)
    assert measuring.run().returncode == 0
    assert measuring.steps[done] == measuring.steps[done - 1]
    every = 2 + 1 + 2 * len(SECTIONS)
    assert len(measuring.steps) == every + 1, "one of them twice"
    measuring.run()
    assert len(measuring.steps) == every + 1


def test_an_image_that_cannot_be_read_does_not_end_it(measuring: Measuring) -> None:
    left_out = measuring.run(makes="atlas build")
    log = measuring.folder / "out/atlas.log"
    assert left_out.returncode == 0
    assert left_out.stderr == f"atlas: not for every image, see {log}\n"
    assert (measuring.folder / "out/report-explanations-card.done").exists()
    assert measuring.run(makes="atlas build").stderr == ""


def test_another_model_needs_another_folder(measuring: Measuring) -> None:
    measuring.run()
    done = measuring.steps
    measuring.name_weights("b" * 64)
    refused = measuring.run()
    assert refused.returncode == 2
    assert "holds figures of another model" in refused.stderr
    assert measuring.steps == done
