"""Rows about what was learned: a submenu of “Atlas”."""

from __future__ import annotations

from typing import Final

from desktop.language.words import mark
from desktop.shell.action_spec import ActionSpec, Menu, Need

_PROGRESS: Final = mark("Progress and profil&es")

PROGRESS: Final = (
    ActionSpec(
        id="progress_pdf",
        menu=Menu.ATLAS,
        submenu=_PROGRESS,
        text=mark("Save as &PDF…"),
        tip=mark("Write figures and plots of your answers, for a supervisor"),
        needs=Need.PROGRESS,
        short=mark("Save as PDF…"),
    ),
    ActionSpec(
        id="progress_csv",
        menu=Menu.ATLAS,
        submenu=_PROGRESS,
        text=mark("Save &answers as CSV…"),
        tip=mark("Write a row for each answer that is counted"),
        needs=Need.PROGRESS,
        short=mark("Save as CSV…"),
    ),
    ActionSpec(
        id="progress_again",
        menu=Menu.ATLAS,
        submenu=_PROGRESS,
        text=mark("&Read the answers again"),
        tip=mark("Look whether they can be read now"),
        short=mark("Read again"),
    ),
    ActionSpec(
        id="profile_rename",
        menu=Menu.ATLAS,
        submenu=_PROGRESS,
        text=mark("Re&name the profile…"),
        tip=mark("Give the profile that is chosen another name"),
        needs=Need.PROFILE,
        short=mark("Rename…"),
    ),
    ActionSpec(
        id="profile_delete",
        menu=Menu.ATLAS,
        submenu=_PROGRESS,
        text=mark("&Delete the profile…"),
        tip=mark("Delete the profile that is chosen with all its answers, for good"),
        needs=Need.PROFILE,
        short=mark("Delete…"),
    ),
    ActionSpec(
        id="learning_backup",
        menu=Menu.ATLAS,
        submenu=_PROGRESS,
        text=mark("&Back up all profiles…"),
        tip=mark("Write what everybody has learned here into one file"),
    ),
    ActionSpec(
        id="learning_restore",
        menu=Menu.ATLAS,
        submenu=_PROGRESS,
        text=mark("Re&store a backup…"),
        tip=mark("Have everything be as it was when the backup was made"),
        short=mark("Restore a backup…"),
    ),
)
