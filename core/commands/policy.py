"""``lentigo policy check``: what administrators have fixed or switched off."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from core.commands.printers import print_line
from core.errors import PolicyBroken, UsageError
from core.language import say
from core.policy import places
from core.policy.current import current_policy
from core.policy.policy import NO_POLICY, Policy
from core.policy.reading import parsed
from core.reasons import why


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what can be done."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="check")
    check = verbs.add_parser("check", help=say("say whether a policy is understood, and as what"))
    check.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar="FILE",
        help=say("default: the policy that holds on this computer"),
    )


def run(arguments: argparse.Namespace) -> int:
    """Print what it says.

    Returns
    -------
    int
        0.

    Raises
    ------
    PolicyBroken
        If it cannot be read.
    """
    policy = _read(arguments.file) if arguments.file else current_policy()
    if policy.problem:
        raise PolicyBroken(policy.problem, value=policy.source)
    if policy == NO_POLICY:
        words = say("There is no policy on this computer: no {file}.", file=places.policy_file())
        sys.stdout.write(f"{words}\n")
        return 0
    for line in lines(policy):
        print_line(line)
    return 0


def lines(policy: Policy) -> list[str]:
    """Say what a policy fixes and switches off."""
    fixed = [
        say("fixed: {name} = {value}", name=name, value=json.dumps(value))
        for name, value in sorted(policy.settings.items())
    ]
    off = [say("switched off: {name}", name=str(one)) for one in sorted(policy.without)]
    keys = [
        say("trusted key: {name} {key}", name=key.name, key=key.public_key) for key in policy.keys
    ]
    signed = [say("only models signed with a trusted key are used")] if policy.signed else []
    return [say("policy: {source}", source=policy.source), *fixed, *off, *keys, *signed]


def _read(file: Path) -> Policy:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = why(error) if isinstance(error, OSError) else say("it is no JSON")
        raise UsageError(
            say("{path} cannot be read: {reason}.", path=file, reason=reason), value=file
        ) from error
    return parsed(text, source=str(file))
