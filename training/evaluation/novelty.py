"""Whether the novelty gate lets lesions pass and stops everything else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.results import Analysis
from training.evaluation import bootstrap, sklearn_scores
from training.evaluation.bootstrap import Ranking
from training.evaluation.figures import ClassLike, Figure, interval
from training.evaluation.metrics import Scored
from training.evaluation.predictor import Predictor
from training.evaluation.rates import share_among
from training.evaluation.sklearn_scores import Floats, Indices
from training.evaluation.strange import DRAWN, write_drawn, write_skin
from training.evaluation.trusted import Counted
from training.generic import photographs

COUNT = 300
"""Strange pictures of each kind, at most."""


@dataclass(frozen=True, slots=True)
class Against:
    """One kind of strange pictures.

    Parameters
    ----------
    n : int
        Pictures.
    auroc : Figure
        How well the score tells them from lesions, 0 to 1.
    flagged : Figure
        Share of them that the gate stops.
    """

    n: int
    auroc: Figure
    flagged: Figure


@dataclass(frozen=True, slots=True)
class Gate:
    """What the novelty gate is worth.

    Parameters
    ----------
    promised : float
        Share of lesions that it is to let pass, 0 to 1.
    accepted : Figure
        Share that it does.
    per_class : mapping of str to Counted
        The same for each diagnosis.
    against : mapping of str to Against
        By kind of strange pictures.
    """

    promised: float
    accepted: Figure
    per_class: Mapping[str, Counted]
    against: Mapping[str, Against]


@dataclass(frozen=True, slots=True)
class Strange:
    """Where strange pictures come from.

    Parameters
    ----------
    scratch : Path
        Folder for pictures that are made.
    ordinary : Path, optional
        Ordinary photographs in folders by category, of which part B is taken.
    masks : Path, optional
        Masks of the lesions, to cut out skin beside them.
    count : int
        Of each kind, at most.
    """

    scratch: Path
    ordinary: Path | None = None
    masks: Path | None = None
    count: int = COUNT

    def kinds(self, images: Sequence[Path]) -> dict[str, list[Path]]:
        """Collect pictures by kind.

        Raises
        ------
        DatasetError
            If a folder holds none.
        """
        found = {
            name: write_drawn(
                draw, self.scratch / name, count=min(self.count, COUNT // 3), seed=bootstrap.SEED
            )
            for name, draw in DRAWN.items()
        }
        if self.masks is not None:
            skin = self.scratch / "skin"
            found["skin without a lesion"] = write_skin(images, self.masks, skin, count=self.count)
        if self.ordinary is not None:
            every = photographs(self.ordinary, part="b")
            chosen = np.random.default_rng(bootstrap.SEED).permutation(len(every))[: self.count]
            found["photographs of things"] = [every[position] for position in sorted(chosen)]
        return found


def measure_gate(
    answers: Sequence[Analysis],
    scored: Scored,
    *,
    classes: Sequence[ClassLike],
    promised: float,
    strange: Mapping[str, Sequence[Analysis]],
    resamples: int,
) -> Gate:
    """Measure the gate.

    Parameters
    ----------
    answers : sequence of Analysis
        About lesions, in the order of `scored`, each with its novelty.
    scored : Scored
        Whose truth and lesions count.
    classes : sequence of ClassLike
        The model's.
    promised : float
        Share of lesions to be let pass, as on the card.
    strange : mapping of str to sequence of Analysis
        Answers about strange pictures, by kind.
    resamples : int
        Of the bootstrap.
    """
    scores, novel = _scores(answers), _novel(answers)

    def share(values: NDArray[np.bool_], among: NDArray[np.bool_]) -> Figure:
        return share_among(values, among, clusters=scored.clusters, resamples=resamples)

    return Gate(
        promised=promised,
        accepted=share(~novel, np.ones(len(novel), np.bool_)),
        per_class={
            entry.code: Counted(int(among.sum()), share(~novel, among))
            for index, entry in enumerate(classes)
            if (among := scored.truth == index).any()
        },
        against={
            name: _against(scores, scored.clusters, others, resamples)
            for name, others in strange.items()
        },
    )


def ask(
    predictor: Predictor, kinds: Mapping[str, Sequence[Path]], *, progress: Callable[[int], None]
) -> dict[str, list[Analysis]]:
    """Analyse strange pictures; those that cannot be read are left out."""
    found: dict[str, list[Analysis]] = {}
    done = 0
    for name, paths in kinds.items():
        found[name] = []
        for reply in predictor.analyse_many(paths):
            if isinstance(reply.outcome, Analysis):
                found[name].append(reply.outcome)
            done += 1
            progress(done)
    return found


def _against(
    scores: Floats, clusters: Indices, others: Sequence[Analysis], resamples: int
) -> Against:
    novel = _novel(others)
    every = np.ones(len(novel), np.bool_)
    alone = np.arange(len(novel))
    return Against(
        n=len(novel),
        auroc=_auroc(scores, clusters, _scores(others), resamples),
        flagged=share_among(novel, every, clusters=alone, resamples=resamples),
    )


def _auroc(known: Floats, clusters: Indices, strange: Floats, resamples: int) -> Figure:
    """AUROC, redrawing lesions and strange pictures alike."""
    scores = np.concatenate([known, strange])
    positive = np.arange(len(scores)) >= len(known)
    every = np.concatenate([clusters, clusters.max() + 1 + np.arange(len(strange))])
    order = np.argsort(scores, kind="stable")
    starts = np.flatnonzero(np.diff(scores[order], prepend=-np.inf) > 0)
    ranking = Ranking(every[order], positive[order], starts)
    drawn = [
        ranking.auc(weights)
        for weights in bootstrap.draws(
            int(every.max()) + 1, resamples=resamples, seed=bootstrap.SEED
        )
    ]
    return interval(sklearn_scores.roc_auc(positive, scores), np.concatenate(drawn))


def _scores(answers: Sequence[Analysis]) -> Floats:
    return np.array([answer.novelty.score for answer in answers if answer.novelty is not None])


def _novel(answers: Sequence[Analysis]) -> NDArray[np.bool_]:
    return np.array(
        [answer.novelty.novel for answer in answers if answer.novelty is not None], np.bool_
    )
