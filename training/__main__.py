"""``python -m training VERB …``: everything that produces or judges a bundle."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")  # its start-up chatter is not ours

from core.errors import LentigoError
from core.language import Language, use
from training import commands, refitting, signing, splitting
from training.audit import command as audit
from training.comparison import command as comparison
from training.evaluation import command as evaluation
from training.evaluation import options as evaluation_options
from training.explore import command as explore
from training.precision import command as precision
from training.quality import command as quality

VERBS = {
    "audit": ("find copies, contradictions and leaks", audit.add_arguments, audit.run),
    "explore": ("show what a data set holds", explore.add_arguments, explore.run),
    "split": ("draw sides that nothing leaks across", splitting.add_arguments, splitting.run),
    "train": (
        "run an experiment, or go on with it",
        commands.add_train_arguments,
        commands.run_train,
    ),
    "export": ("write the bundle of a run", commands.add_export_arguments, commands.run_export),
    "refit": (
        "fit a bundle's rules anew, on one's own images",
        refitting.add_arguments,
        refitting.run,
    ),
    "evaluate": (
        "measure a bundle on labelled images",
        evaluation_options.add_arguments,
        evaluation.run,
    ),
    "compare": ("set evaluated runs side by side", comparison.add_arguments, comparison.run),
    "quality": ("measure the limits of picture quality", quality.add_arguments, quality.run),
    "precision": (
        "fit a bundle for lower precision in bulk work",
        precision.add_arguments,
        precision.run,
    ),
    "sign": ("sign a bundle", signing.add_sign_arguments, signing.run_sign),
    "keygen": ("make a key to sign with", signing.add_keygen_arguments, signing.run_keygen),
    "card": ("put a report's figures on a card", commands.add_card_arguments, commands.run_card),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a verb.

    Returns
    -------
    int
        Exit status: 0; 1 if a part of the work failed; 2 if it could not be done, with one
        sentence on standard error; 130 if interrupted.
    """
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for name, (purpose, add_arguments, _) in VERBS.items():
        add_arguments(verbs.add_parser(name, help=purpose, description=purpose))
    use(Language.ENGLISH)  # cards and reports are the same whoever makes them
    given = parser.parse_args(arguments)
    try:
        return VERBS[given.verb][2](given)
    except LentigoError as error:
        sys.stderr.write(f"{error.message}\n")
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
