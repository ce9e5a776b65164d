"""The report for people: fills the frame of `training.evaluation.template`.

Whatever comes from outside (class names, labels, messages, the command) is escaped here.
"""

from __future__ import annotations

from html import escape

from core.model.precision import LowerPrecision
from training.believe.report import explanations_section
from training.evaluation import plots
from training.evaluation.evaluated import Evaluation
from training.evaluation.figures import Figure
from training.evaluation.gallery import Painter, fair_sample, gallery, surest_mistakes
from training.evaluation.probe_report import probes_table
from training.evaluation.tables import (
    NAMES,
    class_table,
    group_table,
    headline_table,
    operating_table,
)
from training.evaluation.template import PAGE
from training.evaluation.trust_report import trust_tables
from training.evaluation.words import count_words, interval_words, sentences, value_words
from training.pages.frame import STYLE
from training.pages.text import plural
from training.precision.check import words_of
from training.similar.report import similar_section

TILES = ("melanoma_sensitivity", "malignant_auc", "balanced_accuracy", "accuracy")
SHOWN_FAILURES = 20


def render(evaluation: Evaluation, *, paint: Painter, explain: Painter) -> str:
    """Return the whole page as HTML.

    Parameters
    ----------
    evaluation : Evaluation
        What to show.
    paint, explain : callable
        Give images to look at, plain and with the evidence for their finding.
    """
    figures, source = evaluation.figures, evaluation.provenance
    scored, codes = evaluation.predictions.scored(), evaluation.predictions.codes
    malignant = [i for i, entry in enumerate(evaluation.classes) if entry.malignant]
    said = sentences(figures, classes=evaluation.classes, melanoma=evaluation.melanoma)
    return PAGE.substitute(
        style=STYLE,
        model=escape(f"{source.model_name} {source.model_version}"),
        what=escape(count_words(figures)),
        date=escape(source.date[:10]),
        notices=_notices(evaluation),
        tiles="\n".join(
            _tile(name, figures.headline[name]) for name in TILES if figures.headline[name].value
        ),
        sentences="\n".join(f"<p>{_unbroken(text)}</p>" for text in said),
        headline=headline_table(evaluation),
        per_class=class_table(figures, classes=evaluation.classes),
        confusion=plots.confusion_plot(figures.confusion, labels=codes),
        reliability=plots.reliability_plot(scored),
        roc=plots.roc_plot(scored, labels=codes, malignant=malignant),
        precision=plots.precision_recall_plot(scored, labels=codes, malignant=malignant),
        operating=operating_table(evaluation),
        trust=trust_tables(evaluation.trusted, evaluation.gate),
        probes=probes_table(evaluation.probes),
        explanations=explanations_section(evaluation.believed),
        similar=similar_section(evaluation.similar),
        numbers=_numbers(evaluation.compared),
        groups=group_table(evaluation),
        mistakes=gallery(
            evaluation.predictions, surest_mistakes(evaluation.predictions), paint=explain
        ),
        sample=gallery(evaluation.predictions, fair_sample(evaluation.predictions), paint=paint),
        limits="\n".join(f"<li>{escape(text)}</li>" for text in _limits(evaluation)),
        provenance=_provenance(evaluation),
    )


def _unbroken(text: str) -> str:
    """Escaped, and no line may end between a number and its per cent sign."""
    return escape(text).replace(" %", "&nbsp;%")


def _notices(evaluation: Evaluation) -> str:
    failed = evaluation.predictions.failed
    asked = evaluation.figures.n + len(failed)
    notices = []
    if asked < evaluation.provenance.labelled:
        total = plural(evaluation.provenance.labelled, "labelled image")
        notices.append(f"<p>A quick look: {asked:,} of {total}, drawn at random.</p>")
    if failed:
        listed = "".join(
            f"<li>{escape(failure.image_id)}: {escape(failure.message)}</li>"
            for failure in failed[:SHOWN_FAILURES]
        )
        more = "" if len(failed) <= SHOWN_FAILURES else "<li>and others: see report.json</li>"
        sentence = f"{plural(len(failed), 'image')} gave no answer and count nowhere below:"
        notices.append(f"<p>{sentence}</p><ul>{listed}{more}</ul>")
    return "\n".join(f'<div class="notice">{notice}</div>' for notice in notices)


def _tile(name: str, figure: Figure) -> str:
    interval = interval_words(name, figure)
    range_ = f"<span>95 % interval {interval}</span>" if interval else ""
    title, meaning = NAMES[name]
    value = value_words(name, figure)
    return (
        f'<div class="tile">{escape(title)}<b>{value}</b>{range_}<span>{escape(meaning)}</span>'
        "</div>"
    )


def _limits(evaluation: Evaluation) -> list[str]:
    said = [
        (
            "They hold for images like those measured: from the same clinics, cameras and kinds of "
            "patients. Skin types, ages, body sites and devices that are rare or absent there "
            "remain untested."
        ),
        (
            "Each image was judged alone, without history, touch or comparison with other lesions; "
            "every lesion was one of the model's classes. What the model says of anything else is "
            "not measured."
        ),
        (
            "In a collection malignant lesions are mostly more common than in a practice, where "
            "predictive values for them will then be lower."
        ),
    ]
    if evaluation.figures.lesions is None:
        said.append(
            "The labels do not say which images show the same lesion; if some do, the intervals "
            "are too narrow."
        )
    return [*said, *evaluation.provenance.limitations]


def _provenance(evaluation: Evaluation) -> str:
    source = evaluation.provenance
    pairs = (
        ("Model", f"{source.model_name} {source.model_version}"),
        ("Model SHA-256", source.model_sha256),
        ("Views of each image", "8, turned and mirrored" if source.thorough else "1"),
        ("Labels SHA-256", source.labels_sha256),
        ("Command", source.command),
        ("Lentigo", source.version),
        ("Date", source.date),
    )
    items = "".join(f"<dt>{name}</dt><dd><code>{escape(text)}</code></dd>" for name, text in pairs)
    return f"<dl>{items}</dl>"


def _numbers(rule: LowerPrecision | None) -> str:
    return f"<p>{escape(words_of(rule) if rule else 'Nobody asked.')}</p>"
