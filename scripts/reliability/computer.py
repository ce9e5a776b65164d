"""What may be wrong with a computer, and in what order it may be used."""

from __future__ import annotations

from typing import Final

from scripts.reliability.row import Tried, of

_CASES: Final = "tests/core/cases/"
_LEARNING: Final = "tests/core/learning/"
_BUNDLE: Final = "tests/core/model/test_bundle.py"
_BARE: Final = "tests/faults/test_bare_systems.py"
_LAUNCH: Final = "tests/desktop/test_launch.py"

COMPUTER: Final = (
    Tried(
        "The disk is full (a small one is filled up)",
        "One sentence; nothing half-written, and all that was there is whole",
        ("tests/faults/test_full_disk.py",),
    ),
    Tried(
        "The home cannot be written",
        "The window opens and analyses; what cannot be kept is said",
        of(_BARE, "a_home_that_cannot_be_written", "the_window_opens_without_a_home"),
    ),
    Tried(
        "The clock jumps, or runs backwards",
        "Records stay whole and in order; no time limit goes by it",
        ("tests/faults/test_clock.py",),
    ),
    Tried(
        "There is no display, or it does not answer",
        "One sentence, exit status 2; the commands work",
        of(
            _LAUNCH,
            "without_a_display_it_says_so",
            "a_display_that_does_not_answer_is_none",
        ),
    ),
    Tried(
        "The system has no fonts",
        "The window brings its own",
        of(_BARE, "there_are_letters_where_the_system_has_none"),
    ),
    Tried(
        "Other languages of the system: commas in numbers, other capitals",
        "The same answers and tables; the window opens",
        (
            *of(_BARE, "every_locale_gets_the_same_numbers"),
            "tests/faults/test_real_locales.py",
        ),
    ),
    Tried(
        "Paths with spaces, emoji, line ends, 300 characters and more, or what is no text",
        "They are read and written as any other",
        ("tests/faults/test_names.py",),
    ),
    Tried(
        "Two to eight Lentigos at once, on the same new files",
        "All get them; nothing is written twice or lost",
        (
            *("tests/faults/test_two_at_once.py", "tests/faults/test_many_at_once.py"),
            "tests/core/sql/test_sqlite.py",
        ),
    ),
    Tried(
        "Killed at any moment: while cases are written, encrypted and restored, a quiz is "
        "answered, a model is installed",
        "What was acknowledged is there; a change is whole or has not happened",
        (
            *(f"{_CASES}test_kills.py", f"{_CASES}vault/test_kills.py"),
            f"{_LEARNING}quiz/test_kills.py",
            *of(
                "tests/core/installed/test_replacing.py",
                "whatever_kills_it_one_whole_model_is_in_use",
                "a_disk_that_fails_at_any_step_leaves_the_model_in_use",
            ),
        ),
    ),
    Tried(
        "Killed at any moment of an upgrade from the first version: cases, encrypted ones, answers",
        "Nothing is lost; the next start completes it; a copy of before lies beside",
        ("tests/faults/test_upgrade.py", f"{_CASES}test_former.py"),
    ),
    Tried(
        "A database, a backup or a model of a newer version",
        "It is refused, named, and left as it is",
        (
            *of(f"{_CASES}test_database.py", "cases_of_a_newer_version_are_refused"),
            *of(f"{_CASES}test_backup.py", "a_newer_backup_is_refused_by_name"),
            *of(
                f"{_LEARNING}store/test_database.py",
                "what_a_newer_version_has_used_is_refused",
            ),
            *of(
                f"{_LEARNING}store/test_backup.py",
                *("a_backup_of_a_newer_version_is_refused",),
                *("what_a_newer_version_has_used_is_not_replaced",),
            ),
            *of(_BUNDLE, "a_card_of_a_later_layout_is_another_version_not_damage"),
        ),
    ),
    Tried(
        "SQLite's file on a network drive",
        "It is refused where it is recognised",
        of(f"{_CASES}test_database.py", "sqlite_on_a_network_is_refused"),
    ),
)
ORDERS: Final = (
    Tried(
        "Hundreds of steps drawn at random, on cases: add, change, delete, close, encrypt, "
        "decrypt, back up, restore",
        "After each, the store holds what plain Python says it should",
        (f"{_CASES}test_any_order.py",),
    ),
    Tried(
        "The same on what users learn: profiles, favourites, collections, quizzes, backups",
        "The same",
        (f"{_LEARNING}store/test_any_order.py",),
    ),
)
