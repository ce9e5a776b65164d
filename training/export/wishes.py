"""What may be asked for of a bundle, beyond its weights."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from training.errors import ExperimentError


@dataclass(frozen=True, slots=True)
class Wishes:
    """What may be asked for.

    Parameters
    ----------
    favoured : str, optional
        Code of the class that is to be found as often as classes are on average.
    ordinary : Path, optional
        Folder of ordinary photographs in folders by category, of which part A teaches the novelty
        detector what is no skin; without it, it knows distance alone.
    """

    favoured: str | None = None
    ordinary: Path | None = None

    def require_possible(self, codes: tuple[str, ...]) -> None:
        """Check that the class to be favoured is there.

        Raises
        ------
        ExperimentError
            If it is not.
        """
        if self.favoured is not None and self.favoured not in codes:
            raise ExperimentError(
                f"There is no class {self.favoured!r} to favour: {', '.join(codes)}.",
                value=self.favoured,
            )


def add_wishes(parser: argparse.ArgumentParser) -> None:
    """Add the options that `Wishes` holds."""
    parser.add_argument(
        "--ordinary",
        type=Path,
        metavar="DIR",
        help="ordinary photographs in folders by category, to learn what is no skin",
    )
    parser.add_argument(
        "--favour",
        metavar="CODE",
        help="find this class as often as classes are found on average, at the cost of others",
    )


def wishes_of(arguments: argparse.Namespace) -> Wishes:
    """Read those options."""
    return Wishes(arguments.favour, arguments.ordinary)
