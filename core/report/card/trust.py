"""When to believe the model: what its rules promise, and what they kept on other lesions."""

from __future__ import annotations

from collections.abc import Iterator

from core.model.card import Card
from core.report.card.blocks import Block, Points, Words
from core.report.card.numbers import Json, plural, ranged, share
from core.trust.rules import CertaintyRule, TrustRules


def trust(card: Card) -> tuple[Block, ...]:
    """Tell the rules as sentences, each with what was measured of it."""
    if card.trust is None:
        return (Words("No rules were fitted."),)
    measured = (f"Measured on test lesions: {sentence}" for sentence in _measured(card))
    return (Points((*_promised(card.trust), *measured)),)


def _promised(rules: TrustRules) -> Iterator[str]:
    yield f"Fitted on {plural(rules.images, 'validation image')}."
    yield _certainty(rules.certainty)
    if rules.prediction_sets is not None:
        yield (
            f"Prediction sets hold the diagnosis in {share(rules.prediction_sets.coverage)} of "
            "each class, for images like those they were fitted on."
        )
    for point in rules.operating_points:
        yield (
            f"Operating point `{point.name}`: malignant from a total of {share(point.threshold)} "
            f"on; there, sensitivity {share(point.sensitivity)}, "
            f"specificity {share(point.specificity)}."
        )
    if rules.novelty is not None:
        yield (
            f"A novelty detector accepts {share(rules.novelty.accepted)} of real lesions of "
            "every class that had enough of them."
        )


def _certainty(rule: CertaintyRule | None) -> str:
    if rule is None:
        return (
            "No probability could be shown above which findings are wrong seldom enough to be "
            "called sure."
        )
    return (
        f"From a probability of {share(rule.threshold)} on, findings are wrong in at most "
        f"{share(rule.error_rate)} (at 90 % confidence); below, certainty is called low."
    )


def _measured(card: Card) -> Iterator[str]:
    """Say what the promises were worth on lesions that fitted nothing."""
    rules: Json = card.metrics.get("trust") or {}  # type: ignore[assignment] # from JSON
    novelty: Json = card.metrics.get("novelty") or {}  # type: ignore[assignment] # from JSON
    if rules:
        yield from _rules(rules)
    if novelty:
        yield f"the novelty gate lets {_range(novelty['accepted'])} of lesions pass."
        for name, one in novelty["against"].items():
            yield (
                f"it tells {name} from lesions with an AUROC of {_range(one['auroc'])} and stops "
                f"{share(one['flagged']['value'])} of {one['n']:,}."
            )


def _rules(rules: Json) -> Iterator[str]:
    yield f"before calibration, ECE {_range(rules['uncalibrated']['ece'])}."
    for level, one in rules["certainty"].items():
        yield f"of {plural(one['n'], 'finding')} of {level} certainty, {_range(one)} are wrong."
    if sets := rules.get("prediction_sets"):
        yield (
            f"prediction sets hold the diagnosis in {_range(sets['coverage'])}, with "
            f"{sets['size']['value']:.2f} classes on average, one alone in "
            f"{share(sets['single']['value'])}."
        )
    for point in rules.get("operating_points", ()):
        yield (
            f"`{point['name']}` finds {_range(point['sensitivity'])} of malignant lesions and "
            f"spares {_range(point['specificity'])} of the others."
        )


def _range(figure: Json) -> str:
    if figure["value"] is None:
        return "an undefined share"
    return ranged(figure["value"], figure["interval"])
