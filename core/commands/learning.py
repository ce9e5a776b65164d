"""``lentigo learning``: who learns here, and how they get on."""

from __future__ import annotations

import argparse
from contextlib import closing
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.commands.days import day_of
from core.commands.printers import print_line
from core.files import write_whole
from core.language import counted, say
from core.learning.progress.scope import Scope
from core.learning.store.address import default_file
from core.learning.store.store import LearningStore
from core.report.paper import Paper

if TYPE_CHECKING:
    from core.learning.progress.summary import Progress


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the verbs with their options."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    verbs.add_parser("profiles", help=say("who learns here"))
    progress = verbs.add_parser("progress", help=say("what somebody's answers tell"))
    add = progress.add_argument
    add("profile", metavar="PROFILE", help=say("the name of a profile"))
    add("--pdf", type=Path, metavar="FILE", help=say("with plots, for a supervisor"))
    add("--csv", type=Path, metavar="FILE", help=say("all answers as a table"))
    add("--since", default="", metavar="DAY", help=say("count answers from that day on"))
    add("--atlas", default="", metavar="NAME", help=say("count answers about this atlas"))
    add("--clinic", default="", metavar="NAME", help=say("stands above every page of a PDF report"))
    add(
        "--paper",
        choices=[str(size) for size in Paper],
        default=str(Paper.A4),
        help=say("of a PDF report; default: %(default)s"),
    )
    _add_backups(verbs)


def _add_backups(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    backup = verbs.add_parser("backup", help=say("all that is kept, of everybody, in one file"))
    backup.add_argument("file", type=Path, metavar="FILE", help=say("the backup to write"))
    restore = verbs.add_parser("restore", help=say("a backup put back"))
    restore.add_argument(
        "file", type=Path, metavar="FILE", help=say("from `lentigo learning backup`")
    )
    restore.add_argument(
        "--replace",
        action="store_true",
        help=say("although somebody has learned here already; that is put beside first"),
    )


def run(arguments: argparse.Namespace) -> int:
    """Do what the verb says.

    Returns
    -------
    int
        0.

    Raises
    ------
    LentigoError
        If there is no such profile, or a file cannot be written.
    """
    if arguments.verb in _BACKUPS:
        _BACKUPS[arguments.verb](arguments)
        return 0
    with closing(LearningStore.open()) as store:
        if arguments.verb == "profiles":
            _list_profiles(store)
        else:
            _tell_progress(store, arguments)
    return 0


def _back_up(arguments: argparse.Namespace) -> None:
    from core.learning.store.backup import write_backup

    held = write_backup(default_file(), arguments.file)
    profiles = counted("{count} profile", "{count} profiles", count=held.profiles)
    answers = counted("{count} answer", "{count} answers", count=held.answers)
    print_line(f"{arguments.file}: {profiles}, {answers}")


def _restore(arguments: argparse.Namespace) -> None:
    from core.learning.store.backup import restore_backup

    aside = restore_backup(arguments.file, default_file(), replace=arguments.replace)
    if aside is not None:
        print_line(say("What was there before lies in {path}.", path=aside))
    with closing(LearningStore.open()) as store:
        _list_profiles(store)


_BACKUPS: Final = {"backup": _back_up, "restore": _restore}


def _list_profiles(store: LearningStore) -> None:
    for profile in store.profiles():
        answers = len(store.answers(profile))
        told = counted("{count} answer", "{count} answers", count=answers)
        print_line(f"{profile.name}: {told}")


def _tell_progress(store: LearningStore, arguments: argparse.Namespace) -> None:
    from core.learning.progress.summary import progress_of
    from core.report.learning_table import learning_csv

    profile = store.profile_named(arguments.profile)
    answers, scope = store.answers(profile), _scope(arguments)
    progress = progress_of(answers, datetime.now(UTC), scope)
    if arguments.csv is not None:
        write_whole(arguments.csv, learning_csv(answers, scope))
    if arguments.pdf is not None:
        write_whole(arguments.pdf, _pdf(progress, profile.name, arguments, scope=scope))
    _print(progress)


def _scope(arguments: argparse.Namespace) -> Scope:
    day = day_of(arguments.since)
    since = None if day is None else datetime.combine(day, time()).astimezone()
    return Scope(since=since, atlas=arguments.atlas)


def _pdf(progress: Progress, name: str, arguments: argparse.Namespace, *, scope: Scope) -> bytes:
    from core.report.pdf.learning import render_progress

    today = datetime.now(UTC).astimezone().date()
    paper = Paper(arguments.paper)
    return render_progress(
        progress,
        name=name,
        names={},
        made=today,
        paper=paper,
        clinic=arguments.clinic,
        scope=scope,
    )


def _print(progress: Progress) -> None:
    from core.report.learning_words import (
        FIRST_MEETINGS,
        class_rows,
        confidence_rows,
        confidence_words,
        pair_rows,
        summary_rows,
    )

    parts = (
        ("", summary_rows(progress)),
        (say("By diagnosis"), class_rows(progress, {})),
        (say("Mixed up most"), pair_rows(progress, {})),
        (say("Confidence"), confidence_rows(progress)),
    )
    for title, rows in parts:
        found = list(rows)
        if title and found:
            print_line(f"\n{title}")
        width = max((len(what) for what, _ in found), default=0)
        for what, how in found:
            print_line(f"{what:{width}}  {how}")
    print_line(f"\n{confidence_words(progress)}\n{say(FIRST_MEETINGS)}")
