"""Only what certainly may be passed on is."""

from __future__ import annotations

import pytest

from core.learning.package.licences import Permission, permission_of


@pytest.mark.parametrize(
    "licence",
    [
        "CC BY 4.0", "cc-by-nc 4.0", "CC BY-NC-SA 4.0", "CC-BY-ND", "CC0", "CC-0", "CC0 1.0",
        "CC BY-NC 4.0, ViDIR Group, Medical University of Vienna", "Public domain",
        "Creative Commons Attribution-NonCommercial 4.0 International", "Apache-2.0",
        "https://creativecommons.org/licenses/by-nc/4.0/", "CC0 1.0 Universal",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ],
)  # fmt: skip
def test_permission_is_given(licence: str) -> None:
    assert permission_of(licence) is Permission.GIVEN


@pytest.mark.parametrize(
    "licence",
    ["© Hospital, all rights reserved", "CC BY 4.0, no redistribution", "CONFIDENTIAL",
     "May not be redistributed", "For internal use"],
)  # fmt: skip
def test_permission_is_refused(licence: str) -> None:
    assert permission_of(licence) is Permission.REFUSED


@pytest.mark.parametrize(
    "licence",
    ["", "not stated", "mixed CC-0 / CC BY-NC", "CC BY 4.0 or not", "like CC BY 4.0", "GPL",
     "https://example.org/licenses/by/4.0/", "CC", "by"],
)  # fmt: skip
def test_nobody_can_tell(licence: str) -> None:
    assert permission_of(licence) is Permission.UNKNOWN
