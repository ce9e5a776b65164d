"""What is kept: a large atlas, many lesions, and what a passphrase adds."""

from __future__ import annotations

from benchmarks.performance.rows import Row, Section, Unit


def atlas(*, images: int, rounds: int) -> Section:
    """Tell what a large atlas takes; there is nobody to compare with."""
    from benchmarks.atlas import measure

    timings = measure(images=images, rounds=rounds)
    return Section(
        title="A large atlas",
        measured=f"An atlas of {images:,} drawn images, median of {rounds} rounds.",
        unit=Unit.MILLISECONDS,
        rows=tuple(
            Row(name=name, value=timing.median * 1e3, best=timing.fastest * 1e3)
            for name, timing in timings.items()
        ),
    )


def cases(*, lesions: int, rounds: int) -> Section:
    """Tell what searching many lesions takes, and how much more under a passphrase."""
    from benchmarks.vault import measure

    timings = measure(lesions=lesions, rounds=rounds)
    rows = [
        row
        for name, (plain, sealed) in timings.items()
        for row in (
            Row(name=name, value=plain.median * 1e3, best=plain.fastest * 1e3),
            Row(
                name=f"{name}, under a passphrase",
                value=sealed.median * 1e3,
                best=sealed.fastest * 1e3,
                ratio=sealed.ratio_to(plain),
            ),
        )
    ]
    return Section(
        title="Cases",
        measured=f"{lesions:,} lesions with an image each; searches give a page. Median of "
        f"{rounds} rounds, plain and under a passphrase in turn; *x Lentigo* compares the two.",
        unit=Unit.MILLISECONDS,
        rows=tuple(rows),
    )
