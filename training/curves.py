"""What a run's history says: as a picture, and in a plain sentence."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from training.pages.drawing import ACCENT, QUIET

Row = Mapping[str, float]

_GAP = 0.1  # of accuracy, between training and validation
_RISE = 0.05  # of the validation loss above its least, relative
_TAIL = 3  # epochs
_STILL_FALLING = 0.02  # of the loss over the last epochs, relative
_NO_LOSS = 1e-3  # what is below is nothing, and of nothing there is no share
_LOSSES = (("loss", "training", QUIET, "--"), ("validation_loss", "validation", ACCENT, "-"))
_ACCURACIES = (
    ("accuracy", "training (augmented views)", QUIET, "--"),
    ("validation_accuracy", "validation", ACCENT, "-"),
    ("validation_balanced_accuracy", "validation, balanced", "#d55e00", "-."),
)


def read_history(path: Path) -> list[Row]:
    """Rows of ``history.csv``, as numbers."""
    with path.open(newline="", encoding="utf-8") as file:
        return [{name: float(value) for name, value in row.items()} for row in csv.DictReader(file)]


def finding(history: Sequence[Row]) -> str:
    """Say whether the network learned too little, too much by heart, or well.

    Parameters
    ----------
    history : sequence of mapping
        Of each epoch: ``loss``, ``accuracy``, ``validation_loss``, ``validation_accuracy``.
    """
    if len(history) < _TAIL:
        return f"Too few epochs ({len(history)}) to say how the network learns."
    last = history[-1]
    best = min(range(len(history)), key=lambda index: history[index]["validation_loss"])
    rise = _change(history[best], last, "validation_loss")
    gap = last["accuracy"] - last["validation_accuracy"]
    falling = -_change(history[-_TAIL], last, "loss")
    if rise > _RISE and gap > _GAP:
        return (
            f"Overfitting: the validation loss was least in epoch {best + 1} and has risen by "
            f"{rise:.0%} since, while training accuracy is {gap:.0%} above validation accuracy. "
            "Stop earlier, augment more, or use a smaller network."
        )
    if gap > _GAP:
        return (
            f"Some overfitting: training accuracy is {gap:.0%} above validation accuracy, though "
            "the validation loss has not risen."
        )
    if falling > _STILL_FALLING:
        return (
            f"Not finished: the training loss still fell by {falling:.0%} over the last {_TAIL} "
            "epochs and validation follows. More epochs should help."
        )
    if rise > _RISE:
        return (
            f"Unsettled: the validation loss was least in epoch {best + 1} and has risen by "
            f"{rise:.0%} since, though training accuracy is no better than validation "
            "accuracy. A lower learning rate may help."
        )
    return (
        "No overfitting, and the loss no longer falls: this network has learned what it can from "
        "these images this way. A larger network, a larger input or better images could go further."
    )


def _change(before: Row, after: Row, loss: str) -> float:
    """How much of itself a loss has gained, 0 where there was none to speak of."""
    return max(after[loss], _NO_LOSS) / max(before[loss], _NO_LOSS) - 1


def draw_curves(history: Sequence[Row], path: Path) -> None:
    """Draw loss and accuracy over the epochs into a PNG file.

    Parameters
    ----------
    history : sequence of mapping
        As for `finding`, with ``validation_balanced_accuracy``.
    path : Path
        The file.
    """
    canvas = Figure(figsize=(9, 3.6), layout="constrained")
    FigureCanvasAgg(canvas)
    losses, accuracies = canvas.subplots(1, 2)
    epochs = [row["epoch"] for row in history]
    plots = ((losses, "Loss", _LOSSES), (accuracies, "Accuracy", _ACCURACIES))
    for axes, title, lines in plots:
        for name, label, colour, style in lines:
            values = [row[name] for row in history]
            axes.plot(epochs, values, style, color=colour, label=label, marker=".")
        axes.set(title=title, xlabel="epoch")
        axes.spines[["top", "right"]].set_visible(False)
        axes.xaxis.get_major_locator().set_params(integer=True)
        axes.legend(frameon=False, fontsize=8)
    accuracies.set_ylim(0, 1)
    canvas.savefig(path, dpi=120, metadata={"Software": None})
