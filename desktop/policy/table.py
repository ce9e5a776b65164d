"""Which actions belong to what a policy can fix or switch off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from core.policy.policy import Feature
from desktop.shell.wishes import DeviceWish, HeatColours, HeatMethod, LanguageWish, ThemeChoice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.policy.policy import Policy

_MODELS: Final = ("choose_model", "install_model", "former_model", "own_model")

SWITCHED_OFF: Final[Mapping[Feature, tuple[str, ...]]] = {
    Feature.ARCHIVE: ("archive",),
    Feature.ISIC: ("isic_atlas",),
    Feature.EXPORT: (
        *(
            "copy",
            "save_overlay",
            "save_report",
            "preview_report",
            "print",
            "export_dicom",
            "export_fhir",
        ),
        *("report_patient", "report_lesion", "export_cases", "batch_save", "progress_pdf"),
        *("progress_csv", "atlas_pack"),
    ),
    Feature.MODELS: _MODELS,
}
"""They are not shown at all."""

FIXED: Final[Mapping[str, tuple[str, ...]]] = {
    "theme": tuple(f"theme_{one}" for one in ThemeChoice),
    "language": tuple(f"language_{one}" for one in LanguageWish),
    "device": tuple(f"device_{one}" for one in DeviceWish),
    "heat_visible": ("heat_map",),
    "heat_opacity": ("more_opaque", "less_opaque"),
    "heat_colours": tuple(f"colours_{one}" for one in HeatColours),
    "heat_method": tuple(f"method_{one}" for one in HeatMethod),
    "case_mix": ("case_mix",),
    "model": _MODELS,
    "atlas": ("choose_atlas", "build_atlas", "isic_atlas", "starter_atlas"),
    **{
        name: (name,)
        for name in (
            *("thorough", "commit_first", "how_sure", "without_lesion", "similar", "evidence"),
            *("filmstrip", "body_map"),
        )
    },
}
"""They are shown, but not offered. Settings that are chosen within a dialog have none."""


def hidden_actions(policy: Policy) -> frozenset[str]:
    """Name the actions that a policy takes away."""
    return frozenset(name for one in policy.without for name in SWITCHED_OFF[one])


def held_actions(policy: Policy) -> frozenset[str]:
    """Name the actions that would change what a policy fixes."""
    return frozenset(name for one in policy.fixed for name in FIXED.get(one, ()))
