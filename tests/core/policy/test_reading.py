"""A policy is understood as a whole, or refused with the place that is not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import PolicyBroken
from core.policy.fixable import FIXABLE
from core.policy.policy import Feature, Policy, TrustedKey
from core.policy.reading import parsed
from core.report.options import ReportPart
from core.trust.prevalence import shares_text
from desktop.shell.settings import SettingsStore

KEY = "0123456789abcdef" * 4
WHOLE: dict[str, Any] = {
    "format": 1,
    "settings": {"theme": "dark", "lock_minutes": 5, "commit_first": True, "clinic": "Ward 3"},
    "without": ["archive", "isic", "export", "models"],
    "model": {"require_signature": True, "keys": [{"name": "Ward 3", "public_key": KEY}]},
}
BROKEN = [
    ({"format": 2}, "format"),
    ({"setings": {}}, "setings"),
    ({"settings": {"thema": "dark"}}, "settings.thema"),
    ({"settings": {"theme": "pink"}}, "settings.theme"),
    ({"settings": {"lock_minutes": 241}}, "settings.lock_minutes"),
    ({"settings": {"lock_minutes": True}}, "settings.lock_minutes"),
    ({"settings": {"commit_first": 1}}, "settings.commit_first"),
    ({"settings": []}, "settings"),
    ({"without": ["archives"]}, "without"),
    ({"without": "archive"}, "without"),
    ({"model": {"require_signature": "yes"}}, "model.require_signature"),
    ({"model": {"require_signature": True}}, "model.keys"),
    ({"model": {"keys": [{"name": "a", "public_key": KEY.upper()}]}}, "model.keys.public_key"),
    ({"model": {"keys": [{"name": " ", "public_key": KEY}]}}, "model.keys.name"),
]


@pytest.fixture(scope="session")
def schema(root: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((root / "docs/schemas/policy.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(loaded)
    return loaded


def test_a_whole_policy(schema: dict[str, Any]) -> None:
    jsonschema.validate(WHOLE, schema)
    policy = parsed(json.dumps(WHOLE), source="here")
    assert policy.settings == WHOLE["settings"]
    assert policy.fixed == set(WHOLE["settings"])
    assert policy.without == set(Feature)
    assert (policy.keys, policy.signed) == ((TrustedKey("Ward 3", KEY),), True)
    assert (policy.source, policy.problem) == ("here", "")


def test_a_policy_that_says_nothing_restricts_nothing(schema: dict[str, Any]) -> None:
    jsonschema.validate({"format": 1}, schema)
    policy = parsed('{"format": 1}', source="here")
    assert (dict(policy.settings), policy.without, policy.keys) == ({}, frozenset(), ())
    assert not policy.signed


@pytest.mark.parametrize(("change", "place"), BROKEN)
def test_what_is_not_understood_is_named(
    change: dict[str, Any], place: str, schema: dict[str, Any]
) -> None:
    content = {"format": 1} | change
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(content, schema)
    with pytest.raises(PolicyBroken, match=f"^The policy in here cannot be read: {place} is none"):
        parsed(json.dumps(content), source="here")


def test_a_name_that_is_said_twice_is_refused() -> None:
    """The second would quietly undo the first."""
    with pytest.raises(PolicyBroken, match="without is there twice"):
        parsed('{"format": 1, "without": ["export"], "without": []}', source="here")


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("case_mix", shares_text({"mel": 1e-5, "nv": 0.9, "bcc": 0.09999}), "mel"),
        ("case_mix", "mel=1,nv=.5", "mel=,nv=1"),
        ("report_without", ",".join(ReportPart), "note"),
    ],
)
def test_a_text_that_the_window_would_leave_out_is_refused(name: str, good: str, bad: str) -> None:
    for text in ("", good):
        settings = parsed(json.dumps({"format": 1, "settings": {name: text}}), source="").settings
        kept = SettingsStore(policy=Policy(settings=settings)).current
        assert kept == SettingsStore().change(**settings)
    with pytest.raises(PolicyBroken, match=rf"settings\.{name} is none of"):
        parsed(json.dumps({"format": 1, "settings": {name: bad}}), source="")


@given(st.text() | st.just("[" * 100_000))
def test_whatever_is_no_policy_is_one_error(text: str) -> None:
    with pytest.raises(PolicyBroken):
        parsed(text, source="here")


def test_the_schema_offers_what_the_program_reads(schema: dict[str, Any]) -> None:
    properties = schema["properties"]
    assert properties["settings"]["properties"].keys() == FIXABLE.keys()
    for name, rule in FIXABLE.items():
        offered = properties["settings"]["properties"][name]
        assert tuple(offered.get("enum", ())) == rule.choices
        assert offered.get("maximum", 0) == rule.most
        assert offered.get("pattern", "^(?:)?$") == f"^(?:{rule.form})?$"
    assert properties["without"]["items"]["enum"] == [str(feature) for feature in Feature]
