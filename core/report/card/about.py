"""What the model is: its use, its network, its data, its limits, and how it was made."""

from __future__ import annotations

from core.model.card import Card, DataSource
from core.report.card.blocks import Block, Grid, Points, Words
from core.report.card.numbers import Json


def intended(card: Card) -> tuple[Block, ...]:
    """Say what it is for, and what not."""
    names = ", ".join(f"{entry.name} (`{entry.code}`)" for entry in card.classes)
    return (
        Words(
            "A second look, for dermatologists, at images of the kind it learned from, and "
            "examples for trainees: research and education. It names the most probable of its "
            "classes, with probabilities and with the evidence in the image; it sees one image, "
            "and neither patient nor history. It must not decide about diagnosis, biopsy or "
            "treatment, screen patients, or be used by laypeople."
        ),
        Words(f"Its classes: {names}."),
    )


def network(card: Card, *, sha256: str) -> tuple[Block, ...]:
    """Say what runs."""
    size = f"{card.preprocessing.height} x {card.preprocessing.width}"
    rows = (
        ("Network", f"{card.network.architecture}, global average pooling, one dense layer"),
        ("Input", f"{size} pixels, RGB, {card.preprocessing.mode} to that shape"),
        ("Explanation", "Grad-CAM of every class, in closed form, in the same pass"),
        ("Weights", f"float16, SHA-256 `{sha256}`"),
        ("Licence", card.licence),
        ("Date", card.created),
        ("Temperature", f"{card.temperature:.3f}, fitted on validation lesions"),
    )
    return (Grid(("", ""), rows),)


def data(card: Card) -> tuple[Block, ...]:
    """Say what it learned from."""
    rows = tuple(
        (source.name, f"{source.images:,}", _lesions(source), source.licence, source.source)
        for source in card.data
    )
    splits = ", ".join(f"`{source.split_sha256}`" for source in card.data)
    return (
        Grid(("set", "images", "lesions", "licence", "source"), rows),
        Words(
            f"{_sides(card)} Validation images fitted what was fitted afterwards; test images "
            f"were measured once and decided nothing. Hash of the split: {splits}."
        ),
    )


def _sides(card: Card) -> str:
    if leaks := card.training.get("accepted_leaks"):
        return f"The split tears apart what shows the same, in {leaks} of its pairs: see below."
    if any(source.lesions is None for source in card.data):
        return "Lesions are not known; copies of one image stand on one side only."
    return "Images of one lesion stand on one side only."


def _lesions(source: DataSource) -> str:
    return "not known" if source.lesions is None else f"{source.lesions:,}"


def limits(card: Card) -> tuple[Block, ...]:
    """Say what the figures cannot."""
    return (Points(card.limits),) if card.limits else ()


def making(card: Card) -> tuple[Block, ...]:
    """Say how it was made."""
    told = card.training
    environment: Json = told.get("environment") or {}  # type: ignore[assignment] # from JSON
    rows = (
        ("Command", f"`{told.get('command', 'unknown')}`"),
        ("Teacher", str(told.get("teacher", "none"))),
        ("Commit", str(environment.get("commit") or "unknown")),
        ("Keras", f"{environment.get('keras', 'unknown')} ({environment.get('backend', '?')})"),
        ("Platform", str(environment.get("platform", "unknown"))),
    )
    return (Grid(("", ""), rows),)
