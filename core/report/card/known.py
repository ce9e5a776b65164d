"""Texts that cards hold, of which nothing else in `core` is the source: they are translated too."""

from __future__ import annotations

from typing import Final

from core.language import marked

GROUPS: Final = (
    *(marked("age"), marked("sex"), marked("site"), marked("not known")),
    *(marked("lower extremity"), marked("upper extremity"), marked("trunk")),
)
"""Of patients."""

METHODS: Final = (
    *(marked("Random blobs"), marked("The middle, always")),
    *(marked("logits"), marked("and the last block"), marked("everything")),
    marked("RGB histogram of 8 x 8 x 8 colours, intersection"),
)
"""What heat maps and embeddings were set against, and what was scrambled."""

STRANGERS: Final = (
    *(marked("text pages"), marked("even colours"), marked("noise")),
    *(marked("skin without a lesion"), marked("photographs of things")),
)
"""What the novelty gate was tried on."""

ARTEFACTS: Final = (
    *(marked("ink, an arc of 45°"), marked("ink, an arc of 120°"), marked("ink, an arc of 300°")),
    marked("ruler along 1 of 4 edges"),
    marked("ruler along 2 of 4 edges"),
    marked("ruler along 4 of 4 edges"),
    *(marked("15 hairs"), marked("60 hairs"), marked("120 hairs")),
    marked("black beyond 1.1 of half the width"),
    marked("black beyond 1 of half the width"),
    marked("black beyond 0.85 of half the width"),
    *(marked("turned by 10°"), marked("turned by 45°"), marked("turned by 90°")),
    *(marked("JPEG quality 50"), marked("JPEG quality 25"), marked("JPEG quality 10")),
    *(marked("exposure -0.5 stops"), marked("exposure -1 stops"), marked("exposure -2 stops")),
    *(marked("exposure +0.25 stops"), marked("exposure +0.5 stops"), marked("exposure +1 stops")),
    marked("colour cast, a channel by 0.1"),
    marked("colour cast, a channel by 0.2"),
    marked("colour cast, a channel by 0.4"),
    marked("blur, 1 / 256 of the width"),
    marked("blur, 2 / 256 of the width"),
    marked("blur, 4 / 256 of the width"),
    marked("shorter side of 120 pixels"),
    marked("shorter side of 90 pixels"),
    marked("shorter side of 60 pixels"),
)
"""What was drawn over images."""
