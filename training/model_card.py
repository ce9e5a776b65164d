"""The card as a page: what a clinician, an auditor or a reviewer asks of a model.

After the model cards of Mitchell et al. [1]_ and the CLEAR Derm checklist for image-based
artificial intelligence in dermatology [2]_. Everything is read from the bundle; nothing is written
by hand.

References
----------
.. [1] Mitchell et al., "Model Cards for Model Reporting", FAT* 2019, doi:10.1145/3287560.3287596.
.. [2] Daneshjou et al., "Checklist for Evaluation of Image-Based Artificial Intelligence Reports in
   Dermatology", JAMA Dermatology 158(1), 2022, doi:10.1001/jamadermatol.2021.4915.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from core.model import Bundle, Card
from core.model.card import DataSource
from training.card_explanations import explanations_words
from training.card_similar import similar_words
from training.pages.markdown import markdown_table
from training.pages.text import percent, plural

_FIGURES = {
    "balanced_accuracy": "Balanced accuracy",
    "accuracy": "Accuracy",
    "macro_f1": "Macro F1",
    "melanoma_sensitivity": "Melanoma sensitivity",
    "malignant_auc": "Malignant AUC",
    "ece": "Calibration error (ECE)",
    "brier": "Brier score",
}
_SUBGROUPS = {
    "without_follow_up": "without follow-up nevi",
    "histopathology_only": "histopathology only",
}


def model_card(bundle: Bundle) -> str:
    """Write the card as Markdown.

    Parameters
    ----------
    bundle : Bundle
        With figures on its card, or without.
    """
    card = bundle.card
    sections = (
        ("Intended use", _intended(card)),
        ("The model", _model(bundle)),
        ("What it learned from", _data(card)),
        ("What it is worth", _figures(card)),
        ("By class", _classes(card)),
        ("By patients", _groups(card)),
        ("What a sensitivity costs", _operating(card)),
        ("When to believe it", _trust(card)),
        ("Whether its heat maps can be believed", explanations_words(card)),
        ("Whether similar images show the same", similar_words(card)),
        ("What should not change its answer", _probes(card)),
        ("What nobody knows, and what can mislead it", _limits(card)),
        ("How it was made", _training(card)),
    )
    body = "\n\n".join(f"## {title}\n\n{text}" for title, text in sections if text)
    return (
        f"# Model card: {card.name} {card.version}\n\n**{card.statement}**\n\n"
        "Written by `python -m training card --bundle MODEL --markdown FILE` from the bundle "
        f"itself.\n\n{body}\n"
    )


def _intended(card: Card) -> str:
    names = ", ".join(f"{entry.name} (`{entry.code}`)" for entry in card.classes)
    return (
        "A second look, for dermatologists, at images of the kind it learned from, and examples "
        "for trainees: research and education. It names the most probable of its classes, with "
        "probabilities and with the evidence in the image; it sees one image, and neither patient "
        "nor history. It must not decide about diagnosis, biopsy or treatment, screen patients, or "
        "be used by laypeople.\n\n"
        f"Its classes: {names}."
    )


def _model(bundle: Bundle) -> str:
    card = bundle.card
    size = f"{card.preprocessing.height} x {card.preprocessing.width}"
    return markdown_table(
        ("", ""),
        (
            ("Network", f"{card.network.architecture}, global average pooling, one dense layer"),
            ("Input", f"{size} pixels, RGB, {card.preprocessing.mode} to that shape"),
            ("Explanation", "Grad-CAM of every class, in closed form, in the same pass"),
            ("Weights", f"float16, SHA-256 `{bundle.sha256}`"),
            ("Licence", card.licence),
            ("Date", card.created),
            ("Temperature", f"{card.temperature:.3f}, fitted on validation lesions"),
        ),
    )


def _data(card: Card) -> str:
    rows = [
        (source.name, f"{source.images:,}", _lesions(source), source.licence, source.source)
        for source in card.data
    ]
    table = markdown_table(("set", "images", "lesions", "licence", "source"), rows)
    splits = ", ".join(f"`{source.split_sha256}`" for source in card.data)
    if leaks := card.training.get("accepted_leaks"):
        sides = f"The split tears apart what shows the same, in {leaks} of its pairs: see below."
    elif any(source.lesions is None for source in card.data):
        sides = "Lesions are not known; copies of one image stand on one side only."
    else:
        sides = "Images of one lesion stand on one side only."
    return (
        f"{table}\n\n{sides} Validation images fitted what was fitted afterwards; test images were "
        f"measured once and decided nothing. Hash of the split: {splits}."
    )


def _lesions(source: DataSource) -> str:
    return "not known" if source.lesions is None else f"{source.lesions:,}"


def _figures(card: Card) -> str:
    metrics = card.metrics
    if not metrics:
        return "Not measured yet."
    groups: Mapping[str, Any] = metrics["subgroups"]  # type: ignore[assignment] # from JSON
    columns: list[Mapping[str, Any]] = [metrics, *(groups[n] for n in _SUBGROUPS if groups.get(n))]
    heads = ["", "all images", *(title for name, title in _SUBGROUPS.items() if groups.get(name))]
    rows = [
        (title, *(_with_interval(column, name) for column in columns))
        for name, title in _FIGURES.items()
    ]
    counts = ("images", *(f"{column['n']:,}" for column in columns))
    said = f"In brackets 95 % intervals from redrawn {_unit(metrics)}s."
    if len(columns) > 1:
        said += (
            " Nevi confirmed only by follow-up are easy and flatter every figure, hence the other "
            "columns."
        )
    return f"{markdown_table(heads, [counts, *rows])}\n\n{said}"


def _unit(metrics: Mapping[str, Any]) -> str:
    """Name what was redrawn: ``lesion`` or ``image``."""
    return str(metrics["bootstrap"]["unit"])


def _with_interval(figures: Mapping[str, Any], name: str) -> str:
    value = figures[name]["value"] if name == "balanced_accuracy" else figures[name]
    if value is None:
        return "not defined"
    pair = figures["intervals"].get(name)
    return f"{value:.3f}" + (f" ({pair[0]:.3f} to {pair[1]:.3f})" if pair else "")


def _classes(card: Card) -> str:
    per_class: Mapping[str, Any] = card.metrics.get("per_class") or {}  # type: ignore[assignment] # from JSON
    rows = []
    for entry in card.classes:
        figures = per_class.get(entry.code)
        if figures:
            cells = [_of_class(figures, name) for name in ("recall", "precision", "auc")]
            kind = "malignant" if entry.malignant else "benign"
            rows.append((entry.name, kind, f"{figures['n']:,}", *cells))
    heads = ("class", "counts as", "images", "sensitivity", "precision", "AUC")
    return markdown_table(heads, rows) if rows else ""


def _of_class(figures: Mapping[str, Any], name: str) -> str:
    value, pair = figures[name], figures["intervals"][name]
    if value is None:
        return "not defined"
    return f"{value:.2f}" + (f" ({pair[0]:.2f} to {pair[1]:.2f})" if pair else "")


def _groups(card: Card) -> str:
    groups: Mapping[str, Any] = card.metrics.get("groups") or {}  # type: ignore[assignment] # from JSON
    rows = [
        (
            f"{kind}: {name}",
            f"{figures['n']:,}",
            _share(figures["accuracy"]),
            _share(figures["balanced_accuracy"]),
            _share(figures["melanoma_sensitivity"]),
        )
        for kind, named in groups.items()
        for name, figures in named.items()
    ]
    if not rows:
        return ""
    heads = ("group", "images", "accuracy", "balanced accuracy", "melanoma sensitivity")
    return (
        f"{markdown_table(heads, rows)}\n\nSkin type is not recorded in the data, so nothing can "
        "be said of it. Balanced accuracy is over the classes that occur in a group."
    )


def _share(value: float | None) -> str:
    return "not defined" if value is None else percent(value)


def _operating(card: Card) -> str:
    points: Sequence[Mapping[str, Any]] = card.metrics.get("operating_points") or ()  # type: ignore[assignment] # from JSON
    rows = [
        (
            f"{percent(point['sensitivity'])} of {point['sought']}",
            _share(point["specificity"]),
            "{:.2f} to {:.2f}".format(*point["interval"]) if point["interval"] else "",
        )
        for point in points
    ]
    if not rows:
        return ""
    table = markdown_table(("to find", "specificity", "95 % interval"), rows)
    return f"{table}\n\nThresholds chosen on the test images: what the curve allows."


def _trust(card: Card) -> str:
    trust = card.trust
    if trust is None:
        return "No rules were fitted."
    said = [f"Fitted on {plural(trust.images, 'validation image')}."]
    if trust.certainty is None:
        said.append(
            "No probability could be shown above which findings are wrong seldom enough to be "
            "called sure."
        )
    else:
        rule = trust.certainty
        said.append(
            f"From a probability of {percent(rule.threshold)} on, findings are wrong in at most "
            f"{percent(rule.error_rate)} (at 90 % confidence); below, certainty is called low."
        )
    if trust.prediction_sets is not None:
        said.append(
            f"Prediction sets hold the diagnosis in {percent(trust.prediction_sets.coverage)} of "
            "each class, for images like those they were fitted on."
        )
    said += [
        f"Operating point `{point.name}`: malignant from a total of {percent(point.threshold)} on; "
        f"there, sensitivity {percent(point.sensitivity)}, "
        f"specificity {percent(point.specificity)}."
        for point in trust.operating_points
    ]
    if trust.novelty is not None:
        said.append(
            f"A novelty detector accepts {percent(trust.novelty.accepted)} of real lesions of "
            "every class that had enough of them."
        )
    said += [f"Measured on test lesions: {sentence}" for sentence in _measured(card)]
    return "\n".join(f"- {sentence}" for sentence in said)


def _measured(card: Card) -> list[str]:
    """Say what the promises were worth on lesions that fitted nothing."""
    trust: Mapping[str, Any] = card.metrics.get("trust") or {}  # type: ignore[assignment] # from JSON
    novelty: Mapping[str, Any] = card.metrics.get("novelty") or {}  # type: ignore[assignment] # from JSON
    said = []
    if trust:
        ece = trust["uncalibrated"]["ece"]
        said.append(f"before calibration, ECE {_range(ece)}.")
        said += [
            f"of {plural(one['n'], 'finding')} of {level} certainty, {_range(one)} are wrong."
            for level, one in trust["certainty"].items()
        ]
    if sets := trust.get("prediction_sets"):
        said.append(
            f"prediction sets hold the diagnosis in {_range(sets['coverage'])}, with "
            f"{sets['size']['value']:.2f} classes on average, one alone in "
            f"{percent(sets['single']['value'])}."
        )
    said += [
        f"`{point['name']}` finds {_range(point['sensitivity'])} of malignant lesions and spares "
        f"{_range(point['specificity'])} of the others."
        for point in trust.get("operating_points", ())
    ]
    if novelty:
        said.append(f"the novelty gate lets {_range(novelty['accepted'])} of lesions pass.")
        said += [
            f"it tells {name} from lesions with an AUROC of {_range(one['auroc'])} and stops "
            f"{percent(one['flagged']['value'])} of {one['n']:,}."
            for name, one in novelty["against"].items()
        ]
    return said


def _range(figure: Mapping[str, Any]) -> str:
    if figure["value"] is None:
        return "an undefined share"
    interval = figure["interval"]
    range_ = f" ({interval[0]:.3f} to {interval[1]:.3f})" if interval else ""
    return f"{figure['value']:.3f}{range_}"


def _probes(card: Card) -> str:
    probes: Sequence[Mapping[str, Any]] = card.metrics.get("probes") or ()  # type: ignore[assignment] # from JSON
    names = ("finding_changed", "probability_change", "malignant_change", "malignant_shift")
    rows = [(one["label"], *(_percentages(one[name]) for name in names)) for one in probes]
    if not rows:
        return ""
    heads = ("artefact", "findings changed", "probability", "malignant total", "its shift")
    images = plural(max(one["n"] for one in probes), "test image")
    return (
        f"{markdown_table(heads, rows)}\n\nIn percent, of {images} with the artefact drawn over "
        "them: "
        "findings that changed, mean absolute change of the former finding's probability and of "
        "the malignant total, and the latter's mean change, which is above 0 where the artefact "
        "looks malignant. In brackets 95 % intervals."
    )


def _percentages(figure: Mapping[str, Any]) -> str:
    value, interval = figure["value"], figure["interval"]
    if value is None:
        return "not defined"
    range_ = f" ({100 * interval[0]:.1f} to {100 * interval[1]:.1f})" if interval else ""
    return f"{100 * value:.1f}{range_}"


def _limits(card: Card) -> str:
    return "\n".join(f"- {sentence}" for sentence in card.limits)


def _training(card: Card) -> str:
    told = card.training
    environment: Mapping[str, Any] = told.get("environment") or {}  # type: ignore[assignment] # from JSON
    rows = [
        ("Command", f"`{told.get('command', 'unknown')}`"),
        ("Teacher", str(told.get("teacher", "none"))),
        ("Commit", str(environment.get("commit") or "unknown")),
        ("Keras", f"{environment.get('keras', 'unknown')} ({environment.get('backend', '?')})"),
        ("Platform", str(environment.get("platform", "unknown"))),
    ]
    return markdown_table(("", ""), rows)
