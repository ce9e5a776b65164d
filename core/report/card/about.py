"""What the model is: its use, its network, its data, its limits, and how it was made."""

from __future__ import annotations

from core.language import number, say
from core.model.card import Card, DataSource
from core.model.limits import limit_again
from core.report.card.blocks import Block, Grid, Points, Words
from core.report.card.numbers import section, whole


def intended(card: Card) -> tuple[Block, ...]:
    """Say what it is for, and what not."""
    names = ", ".join(f"{entry.shown_name} (`{entry.code}`)" for entry in card.classes)
    return (
        Words(
            say(
                "A second look, for dermatologists, at images of the kind it learned from, and "
                "examples for trainees: research and education. It names the most probable of "
                "its classes, with probabilities and with the evidence in the image; it sees one "
                "image, and neither patient nor history. It must not decide about diagnosis, "
                "biopsy or treatment, screen patients, or be used by laypeople."
            )
        ),
        Words(say("Its classes: {names}.", names=names)),
    )


def network(card: Card, *, sha256: str, signed: str = "") -> tuple[Block, ...]:
    """Say what runs."""
    size = f"{card.preprocessing.height} x {card.preprocessing.width}"
    network = say(
        "{architecture}, global average pooling, one dense layer",
        architecture=card.network.architecture,
    )
    mode = card.preprocessing.mode
    rows = (
        (say("Network"), network),
        (say("Input"), say("{size} pixels, RGB, {mode} to that shape", size=size, mode=mode)),
        (say("Explanation"), say("Grad-CAM of every class, in closed form, in the same pass")),
        (say("Weights"), f"float16, SHA-256 `{sha256}`"),
        *(((say("Signature"), signed),) if signed else ()),
        (say("Licence"), card.licence),
        (say("Date"), card.created),
        (
            say("Temperature"),
            say("{value:.3f}, fitted on validation lesions", value=card.temperature),
        ),
    )
    return (Grid(("", ""), rows),)


def data(card: Card) -> tuple[Block, ...]:
    """Say what it learned from."""
    rows = tuple(
        (source.name, whole(source.images), _lesions(source), source.licence, source.source)
        for source in card.data
    )
    splits = ", ".join(f"`{source.split_sha256}`" for source in card.data)
    return (
        Grid((say("set"), say("images"), say("lesions"), say("licence"), say("source")), rows),
        Words(
            say(
                "{sides} Validation images fitted what was fitted afterwards; test images neither "
                "taught nor fitted anything. Hash of the split: {splits}.",
                sides=_sides(card),
                splits=splits,
            )
        ),
    )


def _sides(card: Card) -> str:
    if leaks := card.training.get("accepted_leaks"):
        return say(
            "The split tears apart what shows the same, in {leaks} of its pairs: see below.",
            leaks=leaks,
        )
    if any(source.lesions is None for source in card.data):
        return say("Lesions are not known; copies of one image stand on one side only.")
    return say("Images of one lesion stand on one side only.")


def _lesions(source: DataSource) -> str:
    return say("not known") if source.lesions is None else whole(source.lesions)


def limits(card: Card) -> tuple[Block, ...]:
    """Say what the figures cannot, and which class is named too often on purpose."""
    said = (*(limit_again(one) for one in card.limits), *_favoured(card))
    return (Points(said),) if said else ()


def _favoured(card: Card) -> tuple[str, ...]:
    return tuple(
        say(
            "{name} is favoured: {added} is added to its score, so that it is found as often as "
            "classes are on average. Its probability is higher than its frequency, and more of "
            "what is named so turns out to be something else.",
            name=card.entry(code).shown_name,
            added=number(value, ".2f"),
        )
        for code, value in card.favoured.items()
    )


def making(card: Card) -> tuple[Block, ...]:
    """Say how it was made."""
    told, unknown = card.training, say("unknown")
    environment = section(told, "environment")
    rows = (
        (say("Command"), f"`{told.get('command', unknown)}`"),
        (say("Teacher"), str(told.get("teacher", say("none")))),
        *(((say("Goes on from"), str(told["origin"])),) if "origin" in told else ()),
        *(((say("Weights"), say("the mean of both models'")),) if told.get("averaged") else ()),
        *(((say("Rules fitted anew on"), str(told["fitted_on"])),) if "fitted_on" in told else ()),
        (say("Commit"), str(environment.get("commit") or unknown)),
        (say("Keras"), f"{environment.get('keras', unknown)} ({environment.get('backend', '?')})"),
        (say("Platform"), str(environment.get("platform", unknown))),
    )
    return (Grid(("", ""), rows),)
