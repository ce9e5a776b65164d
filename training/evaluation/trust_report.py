"""The measured rules of trust as values for programs, and as tables for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from training.evaluation.figures import Figure
from training.evaluation.novelty import Gate
from training.evaluation.trusted import Counted, Trusted
from training.pages.text import percent

_LEVELS = {"usual": "Findings of usual certainty that are wrong", "low": "of low certainty"}


def trust_json(trusted: Trusted) -> dict[str, object]:
    """Return what ``report.json`` has under ``trust``."""
    sets = trusted.sets
    return {
        "uncalibrated": {"ece": _figure(trusted.ece), "brier": _figure(trusted.brier)},
        "certainty": {name: _counted(one) for name, one in trusted.certainty.items()},
        "prediction_sets": sets
        and {
            "promised": sets.promised,
            "coverage": _figure(sets.coverage),
            "per_class": {code: _counted(one) for code, one in sets.per_class.items()},
            "size": _figure(sets.size),
            "single": _figure(sets.single),
        },
        "operating_points": [
            {
                "name": kept.point.name,
                "threshold": kept.point.threshold,
                "sensitivity": _figure(kept.sensitivity),
                "specificity": _figure(kept.specificity),
            }
            for kept in trusted.points
        ],
    }


def novelty_json(gate: Gate) -> dict[str, object]:
    """Return what ``report.json`` has under ``novelty``."""
    return {
        "promised": gate.promised,
        "accepted": _figure(gate.accepted),
        "per_class": {code: _counted(one) for code, one in gate.per_class.items()},
        "against": {
            name: {"n": one.n, "auroc": _figure(one.auroc), "flagged": _figure(one.flagged)}
            for name, one in gate.against.items()
        },
    }


def trust_tables(trusted: Trusted | None, gate: Gate | None) -> str:
    """Return tables for people, as HTML; a sentence where the model has no rules."""
    if trusted is None:
        return "<p>This model's card has no rules of trust.</p>"
    tables = [_table(("Promise of the card", "measured", "95 % interval"), _promises(trusted))]
    if gate is not None:
        tables.append(_table(("Lesions let pass", "share", "95 % interval"), _passed(gate)))
        heads = ("No lesion", "pictures", "AUROC", "95 % interval", "stopped")
        tables.append(_table(heads, _stopped(gate)))
    return "\n".join(tables)


def _promises(trusted: Trusted) -> Iterable[tuple[str, ...]]:
    for level, one in trusted.certainty.items():
        name = f"{_LEVELS[level]} ({one.n:,} images)"
        yield name, *_share(one.figure)
    if trusted.sets is not None:
        name = f"Prediction sets hold the diagnosis ({percent(trusted.sets.promised)} promised)"
        yield name, *_share(trusted.sets.coverage)
        for code, one in trusted.sets.per_class.items():
            yield f"&nbsp;&nbsp;{escape(code)} ({one.n:,} images)", *_share(one.figure)
        yield "Sets with one class", *_share(trusted.sets.single)
        yield "Classes in a set, on average", *_number(trusted.sets.size)
    for kept in trusted.points:
        name = escape(kept.point.name.replace("_", " "))
        yield f"{name}: malignant lesions found", *_share(kept.sensitivity)
        yield f"{name}: others spared", *_share(kept.specificity)


def _passed(gate: Gate) -> Iterable[tuple[str, ...]]:
    yield f"All ({percent(gate.promised)} of each class promised)", *_share(gate.accepted)
    for code, one in gate.per_class.items():
        yield f"{escape(code)} ({one.n:,} images)", *_share(one.figure)


def _stopped(gate: Gate) -> Iterable[tuple[str, ...]]:
    for name, one in gate.against.items():
        yield escape(name), f"{one.n:,}", *_number(one.auroc, digits=3), _share(one.flagged)[0]


def _share(figure: Figure) -> tuple[str, str]:
    if figure.value is None:
        return "not defined", ""
    if figure.span is None:
        return percent(figure.value), ""
    low, high = figure.span
    return percent(figure.value), f"{100 * low:.0f} to {100 * high:.0f} %"


def _number(figure: Figure, *, digits: int = 2) -> tuple[str, str]:
    if figure.value is None:
        return "not defined", ""
    value = f"{figure.value:.{digits}f}"
    if figure.span is None:
        return value, ""
    low, high = figure.span
    return value, f"{low:.{digits}f} to {high:.{digits}f}"


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f"<th>{name}</th>" for name in heads)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _counted(one: Counted) -> Mapping[str, object]:
    return {"n": one.n, **_figure(one.figure)}


def _figure(figure: Figure) -> dict[str, object]:
    interval = None if figure.low is None else [figure.low, figure.high]
    return {"value": figure.value, "interval": interval}
