"""What can be said to ``evaluate``."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.engine import EngineRequest
from core.explain.methods import Method
from core.results import Precision
from training.believe.measure import EXPLAINED
from training.labels import Columns
from training.options import at_least
from training.splits import PARTS

_PROBED = 200


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``evaluate``."""
    add = parser.add_argument
    judged = parser.add_mutually_exclusive_group(required=True)
    judged.add_argument("--bundle", type=Path, metavar="DIR", help="the model bundle to judge")
    judged.add_argument("--run", type=Path, metavar="RUN", help="the finished run to judge")
    add("--images", type=Path, metavar="DIR", help="folder of the images (with --labels)")
    add("--labels", type=Path, metavar="CSV", help="who is who: image_id, dx (with --images)")
    add("--data", type=Path, metavar="DATA", help="a data set, instead of --images and --labels")
    add("--split", type=Path, metavar="FILE", help="of that data set (with --bundle)")
    add("--fold", type=at_least(1), metavar="N", help="the test fold of that split")
    add(
        "--part",
        choices=PARTS,
        default="test",
        help="which part of the split; default: %(default)s",
    )
    add("--out", type=Path, required=True, metavar="DIR", help="folder for the report")
    add("--image-column", default=Columns().image, metavar="NAME", help="default: %(default)s")
    add("--label-column", default=Columns().label, metavar="NAME", help="default: %(default)s")
    add("--lesion-column", default=Columns().lesion, metavar="NAME", help="default: %(default)s")
    add(
        "--where",
        type=_condition,
        action="append",
        default=[],
        metavar="COLUMN=VALUE",
        help="only rows with this value; may be repeated (same column: any of the values)",
    )
    add("--melanoma-class", default="mel", metavar="CODE", help="default: %(default)s")
    add("--limit", type=at_least(1), metavar="N", help="only N images, drawn at random")
    add(
        "--ordinary",
        type=Path,
        metavar="DIR",
        help="photographs of things in folders by category, for the novelty gate",
    )
    add("--masks", type=Path, metavar="DIR", help="masks of the lesions, as PNG of the same names")
    add(
        "--probes",
        type=at_least(1),
        nargs="?",
        const=_PROBED,
        metavar="N",
        help="ask again about N images (%(const)s) with artefacts drawn over them",
    )
    add(
        "--methods",
        type=_methods,
        metavar="A,B,…",
        help=f"explanations to judge by the masks: {', '.join(Method)}, or all (slow)",
    )
    add(
        "--explained",
        type=at_least(1),
        default=EXPLAINED,
        metavar="N",
        help="judge them on N images, drawn at random; default: %(default)s",
    )
    add(
        "--similar",
        type=Path,
        metavar="ATLAS",
        help="ask this atlas whether the most similar images have the same diagnosis",
    )
    add(
        "--thorough",
        action="store_true",
        help="let the bundle look at each image in eight views, as the window's thorough analysis",
    )
    add("--device", choices=("auto", "cpu", "gpu"), default="auto", help="default: %(default)s")
    add(
        "--engine",
        choices=[str(request) for request in EngineRequest],
        default=str(EngineRequest.AUTO),
        help="which runtime; default: %(default)s",
    )
    add(
        "--precision",
        choices=[str(precision) for precision in Precision],
        default=str(Precision.FLOAT32),
        help="as bulk work with it answers, beside full precision; default: %(default)s",
    )


def _methods(text: str) -> tuple[Method, ...]:
    """Read a list of methods, each once."""
    names = list(Method) if text == "all" else [name.strip() for name in text.split(",")]
    try:
        return tuple(dict.fromkeys(Method(name) for name in names))
    except ValueError:
        known = ", ".join(Method)
        raise argparse.ArgumentTypeError(f"{text!r} names other methods than {known}") from None


def _condition(text: str) -> tuple[str, str]:
    column, separator, value = text.partition("=")
    if not separator or not column:
        raise argparse.ArgumentTypeError(f"'{text}' is not COLUMN=VALUE")
    return column, value
