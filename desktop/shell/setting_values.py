"""Values of settings as QSettings keeps them, whose backends differ in the types that they know."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QByteArray


def typed(raw: object, *, like: object) -> object:
    """Bring a stored value to the type of its default."""
    match like:
        case bytes():
            return _bytes(raw)
        case bool():
            return _flag(str(raw).lower())
        case int():
            return int(str(raw))
        case StrEnum():
            return type(like)(str(raw))
    return str(raw)


def _bytes(raw: object) -> bytes:
    if not isinstance(raw, QByteArray):
        raise TypeError(type(raw))
    return bytes(raw.data())


def _flag(word: str) -> bool:
    if word not in {"true", "false"}:
        raise ValueError(word)
    return word == "true"


def plain(value: object) -> object:
    """Bring a value to a type that every backend of QSettings keeps."""
    if isinstance(value, bytes):
        return QByteArray(value)
    return str(value) if isinstance(value, StrEnum) else value
