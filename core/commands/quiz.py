"""``lentigo quiz``: a plain quiz in the terminal."""

from __future__ import annotations

import argparse
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from random import SystemRandom
from typing import TYPE_CHECKING

from core.atlas import Atlas
from core.commands.numbers import number_of_images
from core.commands.printers import print_line
from core.errors import NotInStore, UsageError
from core.language import say
from core.learning.quiz.beginning import QuizMaker
from core.learning.quiz.left import left_about
from core.learning.quiz.plan import MOST, Difficulty, QuizPlan, Topic
from core.learning.quiz.questions import CONFIDENCES, Guess
from core.learning.store.store import LearningStore
from core.report.similar_words import attribution, confirmed_words
from core.taxonomy.known import KNOWN

if TYPE_CHECKING:
    from core.atlas.description import Description
    from core.learning.quiz.questions import Question, Reveal
    from core.learning.quiz.quiz import Quiz
    from core.learning.store.records import Profile, QuizSession


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``quiz``."""
    add = parser.add_argument
    add("profile", metavar="PROFILE", help=say("who is asked; a new name begins a profile"))
    add("--atlas", type=Path, required=True, metavar="ATLAS", help=say("from: lentigo atlas build"))
    add("-n", dest="count", type=number_of_images, default=10, metavar="N",
        help=say("default: %(default)s"))  # fmt: skip
    add("--diagnosis", action="append", default=[], metavar="CODE", help=say("only this; repeat"))
    add("--site", action="append", default=[], metavar="SITE", help=say("only this; repeat"))
    add(
        "--difficulty",
        choices=[str(one) for one in Difficulty],
        default=str(Difficulty.MIXED),
        help=say("default: %(default)s"),
    )
    add("--choices", type=number_of_images, metavar="N", help=say("offer N diagnoses, look-alikes"))
    add("--seconds", type=float, metavar="S", help=say("for each answer"))
    add(
        "--resume",
        action="store_true",
        help=say("go on with the last quiz about this atlas that was left, as it was begun"),
    )
    add("--seed", type=int, metavar="N", help=say("the same seed asks the same"))


def run(arguments: argparse.Namespace) -> int:
    """Ask until the end, or until the input ends.

    Returns
    -------
    int
        0.

    Raises
    ------
    LentigoError
        If the atlas or the answers cannot be opened, or nothing is about the topic.
    """
    atlas = Atlas.open(arguments.atlas)
    with closing(LearningStore.open()) as store, tempfile.TemporaryDirectory() as folder:
        profile = _profile(store, arguments)
        quiz = _quiz(QuizMaker(store, atlas), profile, arguments)
        print_line(attribution(atlas.description))
        while (question := quiz.question) is not None:
            if not _ask(quiz, question, Path(folder), atlas.description):
                break
        right = sum(one.right for one in quiz.answers)
        print_line(say("{right} of {total} right.", right=right, total=len(quiz.answers)))
    return 0


def _profile(store: LearningStore, arguments: argparse.Namespace) -> Profile:
    try:
        return store.profile_named(arguments.profile)
    except NotInStore:
        if arguments.resume:
            raise
        return store.add_profile(arguments.profile)


def _quiz(maker: QuizMaker, profile: Profile, arguments: argparse.Namespace) -> Quiz:
    if arguments.resume:
        return maker.resume(_left(maker, profile))
    seed = SystemRandom().getrandbits(32) if arguments.seed is None else arguments.seed
    return maker.begin(profile, _plan(arguments), seed=seed)


def _left(maker: QuizMaker, profile: Profile) -> QuizSession:
    session = left_about(maker.store, profile, maker.atlas)
    if session is None:
        raise NotInStore(
            say("“{name}” has left no quiz about this atlas.", name=profile.name),
            value=profile.name,
        )
    return session


def _plan(arguments: argparse.Namespace) -> QuizPlan:
    try:
        return QuizPlan(
            topic=Topic(codes=tuple(arguments.diagnosis), sites=tuple(arguments.site)),
            count=min(arguments.count, MOST),
            difficulty=Difficulty(arguments.difficulty),
            choices=arguments.choices,
            seconds=arguments.seconds,
        )
    except ValueError as error:
        raise UsageError(
            say("A quiz offers 2 to 50 diagnoses, and gives up to an hour for each answer.")
        ) from error


def _ask(quiz: Quiz, question: Question, folder: Path, described: Description) -> bool:
    """Ask one question; false where the input has ended."""
    # Under a name that tells nothing.
    shown = folder / f"question-{question.number}{question.image.path.suffix}"
    shown.write_bytes(question.image.read_whole())
    print_line(f"\n{question.number}/{question.total}  {shown}")
    for place, code in enumerate(question.candidates, start=1):
        print_line(f"  {place}  {_name(described, code)}")
    quiz.shown()
    chosen = _number(say("Which?"), len(question.candidates))
    sure = _number(say("How sure, from 1 to {most}?", most=len(CONFIDENCES)), len(CONFIDENCES))
    if chosen is None or sure is None:
        return False
    guess = Guess(question.candidates[chosen - 1], CONFIDENCES[sure - 1])
    _tell(quiz.answer(guess), described)
    return True


def _number(asked: str, most: int) -> int | None:
    """Read a number from 1 to `most`; None where the input has ended."""
    while True:
        sys.stdout.write(f"{asked} ")
        sys.stdout.flush()
        if not (line := sys.stdin.readline()):
            return None
        if line.strip().isdecimal() and 1 <= int(line) <= most:
            return int(line)


def _tell(reveal: Reveal, described: Description) -> None:
    name = _name(described, reveal.answer.truth)
    words = (
        say("Right: {name}.", name=name) if reveal.answer.right else say("No: {name}.", name=name)
    )
    late = f" {say('It came too late.')}" if reveal.answer.late else ""
    print_line(f"{words} ({confirmed_words(reveal.item)}){late}")


def _name(described: Description, code: str) -> str:
    return KNOWN[code].shown_name if code in KNOWN else described.name_of(code)
