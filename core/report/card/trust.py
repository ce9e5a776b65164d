"""When to believe the model: what its rules promise, and what they kept on other lesions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from core.language import again, marked, say
from core.model.card import Card
from core.report.card.blocks import Block, Points, Words
from core.report.card.numbers import Json, ranged, section, share
from core.trust.rules import CertaintyRule, TrustRules

_OTHER_LEVEL: Final = marked("of {count:,} findings of {level} certainty, {wrong} are wrong.")
_LEVELS: Final = {
    "usual": marked("of {count:,} findings of usual certainty, {wrong} are wrong."),
    "low": marked("of {count:,} findings of low certainty, {wrong} are wrong."),
}


def trust(card: Card) -> tuple[Block, ...]:
    """Tell the rules as sentences, each with what was measured of it."""
    if card.trust is None:
        return (Words(say("No rules were fitted.")),)
    measured = (
        say("Measured on test lesions: {sentence}", sentence=sentence)
        for sentence in _measured(card)
    )
    return (Points((*_promised(card.trust), *measured)),)


def _promised(rules: TrustRules) -> Iterator[str]:
    yield say("Fitted on {images:,} validation images.", images=rules.images)
    yield _certainty(rules.certainty)
    if rules.prediction_sets is not None:
        yield say(
            "Prediction sets hold the diagnosis in {share} of each class, for images like those "
            "they were fitted on.",
            share=share(rules.prediction_sets.coverage),
        )
    for point in rules.operating_points:
        yield say(
            "Operating point `{name}`: malignant from a total of {threshold} on; there, "
            "sensitivity {sensitivity}, specificity {specificity}.",
            name=point.name,
            threshold=share(point.threshold),
            sensitivity=share(point.sensitivity),
            specificity=share(point.specificity),
        )
    if rules.novelty is not None:
        yield say(
            "A novelty detector accepts {share} of real lesions of every class that had enough of "
            "them.",
            share=share(rules.novelty.accepted),
        )


def _certainty(rule: CertaintyRule | None) -> str:
    if rule is None:
        return say(
            "No probability could be shown above which findings are wrong seldom enough to be "
            "called sure."
        )
    return say(
        "From a probability of {threshold} on, findings are wrong in at most {wrong} (at 90 % "
        "confidence); below, certainty is called low.",
        threshold=share(rule.threshold),
        wrong=share(rule.error_rate),
    )


def _measured(card: Card) -> Iterator[str]:
    """Say what the promises were worth on lesions that fitted nothing."""
    rules = section(card.metrics, "trust")
    novelty = section(card.metrics, "novelty")
    if rules:
        yield from _rules(rules)
    if novelty:
        yield say(
            "the novelty gate lets {share} of lesions pass.", share=_range(novelty["accepted"])
        )
        for name, one in novelty["against"].items():
            yield say(
                "it tells {name} from lesions with an AUROC of {auroc} and stops {share} of "
                "{count:,}.",
                name=again(name),
                auroc=_range(one["auroc"]),
                share=share(one["flagged"]["value"]),
                count=one["n"],
            )


def _rules(rules: Json) -> Iterator[str]:
    yield say("before calibration, ECE {error}.", error=_range(rules["uncalibrated"]["ece"]))
    for level, one in rules["certainty"].items():
        yield say(_LEVELS.get(level, _OTHER_LEVEL), count=one["n"], level=level, wrong=_range(one))
    if sets := rules.get("prediction_sets"):
        yield say(
            "prediction sets hold the diagnosis in {coverage}, with {size:.2f} classes on average, "
            "one alone in {single}.",
            coverage=_range(sets["coverage"]),
            size=sets["size"]["value"],
            single=share(sets["single"]["value"]),
        )
    for point in rules.get("operating_points", ()):
        yield say(
            "`{name}` finds {sensitivity} of malignant lesions and spares {specificity} of the "
            "others.",
            name=point["name"],
            sensitivity=_range(point["sensitivity"]),
            specificity=_range(point["specificity"]),
        )


def _range(figure: Json) -> str:
    if figure["value"] is None:
        return say("an undefined share")
    return ranged(figure["value"], figure["interval"])
