"""From the text of a policy to what it says; whatever is not understood is an error.

A word that is spelt wrong would restrict nothing, and nobody would notice: so it is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, NoReturn

from core.errors import PolicyBroken
from core.language import say
from core.policy.fixable import FIXABLE, Value
from core.policy.policy import Feature, Policy, TrustedKey

FORMAT: Final = 1
_PARTS: Final = frozenset({"format", "settings", "without", "model"})
_MODEL: Final = frozenset({"require_signature", "keys"})
_KEY: Final = frozenset({"name", "public_key"})
_PUBLIC_KEY: Final = re.compile(r"[0-9a-f]{64}")


def parsed(text: str, *, source: str) -> Policy:
    """Read a policy.

    Parameters
    ----------
    text : str
        JSON, as ``docs/schemas/policy.schema.json`` describes it.
    source : str
        Where it lies.

    Raises
    ------
    PolicyBroken
        If any of it is not understood.
    """
    try:
        content = _table(json.loads(text, object_pairs_hook=_once), allowed=_PARTS, place="")
        if content.get("format") != FORMAT:
            _refuse("format", str(FORMAT))
        model = _table(content.get("model", {}), allowed=_MODEL, place="model")
        keys = tuple(_key(one) for one in _list(model.get("keys", []), place="model.keys"))
        return Policy(
            source,
            settings=_settings(content.get("settings", {})),
            without=frozenset(_features(content.get("without", []))),
            keys=keys,
            signed=_signed(model, keys),
        )
    except (ValueError, RecursionError) as error:
        reason = str(error) if type(error) is ValueError else say("it is no JSON")
        raise PolicyBroken(
            say("The policy in {source} cannot be read: {reason}.", source=source, reason=reason),
            value=source,
        ) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a name that is said twice: the second would quietly undo the first."""
    names = [name for name, _ in pairs]
    if twice := [name for name in names if names.count(name) > 1]:
        raise ValueError(say("{name} is there twice", name=twice[0]))
    return dict(pairs)


def _table(value: object, *, allowed: frozenset[str], place: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        _refuse(place or "{}", "{…}")
    if odd := sorted(value.keys() - allowed):
        _refuse(".".join(filter(None, (place, odd[0]))), ", ".join(sorted(allowed)))
    return value


def _list(value: object, *, place: str) -> list[Any]:
    return value if isinstance(value, list) else _refuse(place, "[…]")


def _settings(value: object) -> Mapping[str, Value]:
    found = _table(value, allowed=frozenset(FIXABLE), place="settings")
    for name, one in found.items():
        if not FIXABLE[name].allows(one):
            _refuse(f"settings.{name}", FIXABLE[name].words)
    return MappingProxyType(dict(found))


def _features(value: object) -> list[Feature]:
    named = _list(value, place="without")
    known = {str(feature) for feature in Feature}
    for one in named:
        if one not in known:
            _refuse("without", ", ".join(sorted(known)))
    return [Feature(one) for one in named]


def _key(value: object) -> TrustedKey:
    found = _table(value, allowed=_KEY, place="model.keys")
    name, public_key = found.get("name"), found.get("public_key")
    if not isinstance(name, str) or not name.strip():
        _refuse("model.keys.name", '"…"')
    if not isinstance(public_key, str) or not _PUBLIC_KEY.fullmatch(public_key):
        _refuse("model.keys.public_key", "[0-9a-f]{64}")
    return TrustedKey(name, public_key)


def _signed(model: Mapping[str, Any], keys: tuple[TrustedKey, ...]) -> bool:
    signed = model.get("require_signature", False)
    if not isinstance(signed, bool):
        _refuse("model.require_signature", "true, false")
    if signed and not keys:
        _refuse("model.keys", "[{…}]")
    return signed


def _refuse(place: str, allowed: str) -> NoReturn:
    raise ValueError(say("{place} is none of: {allowed}", place=place, allowed=allowed))
