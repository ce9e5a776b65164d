"""The tables of the report: figures in rows, each with its interval below it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from training.evaluation.evaluated import Evaluation
from training.evaluation.figures import HEADLINES, ClassFigures, ClassLike, Figure, Figures
from training.evaluation.groups import FEWEST
from training.evaluation.operating import Operating
from training.evaluation.subgroups import TITLES
from training.evaluation.words import FEW, count_words, interval_words, value_words
from training.pages.text import percent

NAMES = {
    "accuracy": ("Accuracy", "images whose finding was the diagnosis"),
    "balanced_accuracy": ("Balanced accuracy", "mean sensitivity over the classes that occur"),
    "macro_f1": ("Macro F1", "mean over classes of precision and sensitivity in one"),
    "melanoma_sensitivity": ("Melanoma sensitivity", "melanomas found to be melanoma"),
    "malignant_auc": ("Malignant AUC", "how well malignant is told from benign; 0.5 is chance"),
    "ece": ("Calibration error (ECE)", "how far stated probabilities are off; 0 is best"),
    "brier": ("Brier score", "squared error of all probabilities; 0 is best, 2 is worst"),
}
CALIBRATION_NOTE = (
    "Measured on few images a calibration error comes out too high; its interval does not correct "
    "for that."
)
FOLLOW_UP_NOTE = (
    " Follow-up: the diagnosis rests on serial imaging that showed no change. Such nevi are easy "
    "to recognise and flatter every figure, so the columns on the right leave them out."
)


def headline_table(evaluation: Evaluation) -> str:
    """Every headline figure, on all images and on each subgroup, as HTML."""
    columns: list[tuple[str, Figures | None]] = [("All images", evaluation.figures)]
    columns += [(TITLES[name], group) for name, group in evaluation.subgroups.items()]
    heads = "".join(f"<th>{escape(title)}{_size(figures)}</th>" for title, figures in columns)
    rows = "\n".join(_headline_row(name, [figures for _, figures in columns]) for name in HEADLINES)
    flattery = FOLLOW_UP_NOTE if evaluation.subgroups else ""
    return (
        f"<table><thead><tr><th>Figure</th>{heads}</tr></thead><tbody>{rows}</tbody>"
        f"<caption>Below each value its 95 % interval: {_drawn(evaluation.figures)}. "
        f"{CALIBRATION_NOTE}{flattery}"
        "</caption>"
        "</table>"
    )


def _size(figures: Figures | None) -> str:
    return f"<small>{count_words(figures) if figures else 'no images'}</small>"


def _drawn(figures: Figures) -> str:
    unit = "images (lesions are not known)" if figures.lesions is None else "lesions"
    return f"the middle 95 % of what {figures.resamples:,} random redraws of the {unit} give"


def _headline_row(name: str, columns: Sequence[Figures | None]) -> str:
    title, meaning = NAMES[name]
    cells = "".join(
        _cell(name, figures.headline[name]) if figures else "<td>-</td>" for figures in columns
    )
    return f"<tr><th>{escape(title)}<small>{escape(meaning)}</small></th>{cells}</tr>"


def _cell(name: str, figure: Figure) -> str:
    interval = interval_words(name, figure)
    below = f"<small>{interval}</small>" if interval else ""
    return f"<td>{value_words(name, figure)}{below}</td>"


def class_table(figures: Figures, *, classes: Sequence[ClassLike]) -> str:
    """Every class against the rest, as HTML."""
    heads = ("Class", "Images", "Lesions", "Sensitivity (recall)", "Precision", "F1", "AUC")
    head = "".join(f"<th>{text}</th>" for text in heads)
    rows = "\n".join(_class_row(entry, figures.per_class[entry.code]) for entry in classes)
    return (
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody><caption>Precision (positive "
        "predictive value) holds only where classes are as common as in these images. "
        f"&dagger; fewer than {FEW} lesions: too few for a verdict on this class; the true "
        "interval is wider than the one given, and none is given where all redraws agree.</caption>"
        "</table>"
    )


def _class_row(entry: ClassLike, figures: ClassFigures) -> str:
    few = " &dagger;" if (figures.n if figures.lesions is None else figures.lesions) < FEW else ""
    lesions = "not known" if figures.lesions is None else f"{figures.lesions:,}"
    kind = "malignant" if entry.malignant else "benign"
    cells = [
        _cell("recall", figures.recall),
        _cell("precision", figures.precision),
        _cell("f1", figures.f1),
        _cell("auc", figures.auc),
    ]
    return (
        f"<tr><th>{escape(entry.name)}{few}<small>{escape(entry.code)}, {kind}</small></th>"
        f"<td>{figures.n:,}</td><td>{lesions}</td>{''.join(cells)}</tr>"
    )


_GROUP_FIGURES = ("balanced_accuracy", "accuracy", "melanoma_sensitivity", "malignant_auc")
_KINDS = {"age": "Age", "sex": "Sex", "site": "Body site"}


def group_table(evaluation: Evaluation) -> str:
    """Figures by age, sex and body site, as HTML; a sentence where the labels do not tell them."""
    if not evaluation.groups:
        return "<p>The labels tell neither age nor sex nor body site.</p>"
    heads = "".join(f"<th>{escape(NAMES[name][0])}</th>" for name in _GROUP_FIGURES)
    rows = "\n".join(
        _group_row(f"{_KINDS[kind]}: {name}", figures)
        for kind, groups in evaluation.groups.items()
        for name, figures in groups.items()
    )
    return (
        f"<table><thead><tr><th>Group</th>{heads}</tr></thead><tbody>{rows}</tbody><caption>Groups "
        f"of fewer than {FEWEST} images are left out. Balanced accuracy is the mean over the "
        "classes that occur in the group, so groups with other classes cannot be compared by it "
        "alone.</caption></table>"
    )


def _group_row(title: str, figures: Figures) -> str:
    cells = "".join(_cell(name, figures.headline[name]) for name in _GROUP_FIGURES)
    return f"<tr><th>{escape(title)}<small>{count_words(figures)}</small></th>{cells}</tr>"


def operating_table(evaluation: Evaluation) -> str:
    """Say what sensitivity costs, as HTML."""
    rows = "\n".join(_operating_row(point) for point in evaluation.operating)
    return (
        "<table><thead><tr><th>To find</th><th>Specificity</th><th>Threshold</th></tr></thead>"
        f"<tbody>{rows}</tbody><caption>The threshold on the probability was chosen on these very "
        "images, so the specificity is what the curve allows, not what a threshold chosen "
        "beforehand would reach; each redraw of the interval chooses its own.</caption></table>"
    )


def _operating_row(point: Operating) -> str:
    threshold = "-" if point.threshold is None else f"{point.threshold:.3f}"
    sought = "melanomas" if point.sought == "melanoma" else "malignant lesions"
    return (
        f"<tr><th>{percent(point.sensitivity)} of {sought}</th>"
        f"{_cell('recall', point.specificity)}<td>{threshold}</td></tr>"
    )
