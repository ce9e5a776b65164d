"""All systems that can be had here, at work together; the others with the sentence why not."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.program import LIMIT
from benchmarks.rivals.contestant import Contestant, System
from benchmarks.rivals.environment import python_of
from benchmarks.rivals.talk import GRAPH, NETWORK, WEIGHTS, Task
from benchmarks.rivals.unavailable import Unavailable
from core.model import Bundle
from core.model.bundle_files import WEIGHTS as VERIFIED

Say = Callable[[str], None]


@dataclass(slots=True)
class Field:
    """Who takes part.

    Parameters
    ----------
    task : Path
        Folder of what all are given.
    pythons : dict of System to Path
        The interpreter of each system that can be had.
    missing : list of str
        A sentence for each that cannot.
    differences : dict of System to float
        How far the probabilities of those that were asked were from Lentigo's, at most.
    limit : float
        Seconds that a start, and each answer, may take.
    """

    task: Path
    pythons: dict[System, Path] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    differences: dict[System, float] = field(default_factory=dict)
    limit: float = LIMIT

    @classmethod
    def gathered(cls, systems: Sequence[System], *, task: Path, say: Say) -> Field:
        """Make the environments that are needed."""
        made = cls(task)
        look = _Looking(say)
        for system in systems:
            try:
                made.pythons[system] = look.python(system.environment)
            except Unavailable as why:
                made.leave_out(system, why)
        return made

    def start(self, system: System) -> Contestant:
        """Start one anew."""
        return Contestant(system, python=self.pythons[system], task=self.task, limit=self.limit)

    @contextmanager
    def at_work(self, images: Sequence[Path]) -> Iterator[list[Contestant]]:
        """Start all that answer alike; the first of them says what is right.

        Raises
        ------
        Unavailable
            If the first does not.
        """
        with ExitStack() as started:
            working: list[Contestant] = []
            right: list[list[float]] = []
            for system in list(self.pythons):
                try:
                    one = started.enter_context(self.start(system))
                    found = [one.answer(image) for image in images]
                    self.differences[system] = require_same(system, found, right or found)
                    working.append(one)
                    right = right or found
                except Unavailable as why:
                    if not right:
                        raise  # without Lentigo there is nothing to compare with
                    self.leave_out(system, why)
            yield working

    def go_on_without(self, name: str, why: Unavailable, working: list[Contestant]) -> None:
        """Stop one of those at work, and keep the sentence that says why.

        Raises
        ------
        Unavailable
            If it is the first of them: then there is nothing to compare with.
        """
        first, *others = working
        if name == first.system.name:
            raise why
        (silent,) = (one for one in others if one.system.name == name)
        silent.close()
        working.remove(silent)
        self.leave_out(silent.system, why)

    def leave_out(self, system: System, why: Unavailable) -> None:
        """Go on without a system, and keep the sentence that says why."""
        self.pythons.pop(system, None)
        self.missing.append(f"{system.name} was left out. {why}")


class _Looking:
    """Finds or makes each interpreter once."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._found: dict[str, Path | Unavailable] = {"": Path(sys.executable)}

    def python(self, name: str) -> Path:
        if name not in self._found:
            self._say(f"Looking for {name}, which is set up outside of the project if it is not")
            self._found[name] = self._made(name)
        found = self._found[name]
        if isinstance(found, Unavailable):
            raise found
        return found

    @staticmethod
    def _made(name: str) -> Path | Unavailable:
        try:
            return python_of(name)
        except Unavailable as why:
            return why


def require_same(
    system: System, found: Sequence[Sequence[float]], right: Sequence[Sequence[float]]
) -> float:
    """Compare a system's probabilities of some images with Lentigo's.

    Returns
    -------
    float
        How far they are apart, at most.

    Raises
    ------
    Unavailable
        If they differ by more than the system may.
    """
    furthest = float(np.abs(np.subtract(found, right)).max())
    if not furthest <= system.tolerance:
        raise Unavailable(
            f"Its probabilities differ from Lentigo's by up to {furthest:.3f}, so its time would "
            "mean nothing."
        )
    return furthest


def write_task(bundle: Bundle, folder: Path) -> Path:
    """Write what all are given: the weights in the forms that their programs read."""
    from benchmarks.analysis import float_network
    from core.model.build import network_from_bundle

    card = bundle.card
    folder.mkdir(parents=True, exist_ok=True)
    Task(
        folder=folder,
        height=card.preprocessing.height,
        width=card.preprocessing.width,
        temperature=card.temperature,
        blocks=card.network.blocks,
        hidden=card.network.hidden is not None,
    ).write()
    arrays: dict[str, Any] = dict(bundle.weights)
    np.savez(folder / WEIGHTS, **arrays)
    float_network(bundle, network_from_bundle(bundle)).save(folder / NETWORK)
    (folder / GRAPH).write_bytes(bundle.graph or b"")
    shutil.copy(bundle.folder / VERIFIED, folder / VERIFIED)  # which the graph points at
    return folder
