"""What all errors have in common: a sentence for people, a name for machines."""

from __future__ import annotations

from core.language import again, in_english


class LentigoError(Exception):
    """Base of all errors that Lentigo raises on purpose.

    Parameters
    ----------
    message : str
        One clear sentence for the person in front of the screen, made by `core.language.say`.
    value : object, optional
        What was refused (a path, a number, a name), for logs and tests. It must be picklable,
        because errors cross from worker processes.
    """

    def __init__(self, message: str, *, value: object = None) -> None:
        super().__init__(message)
        self._message = message
        self.value = value

    def __str__(self) -> str:
        # What goes into logs and tracebacks is English, whatever the user speaks.
        return in_english(self._message)

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions pickle by positional arguments alone, which would lose the value.
        return (_rebuild, (type(self), self._message, self.value))

    @property
    def message(self) -> str:
        """The sentence, in the language in use."""
        return again(self._message)

    @property
    def kind(self) -> str:
        """The name by which machines know this error: the name of its class."""
        return type(self).__name__


def _rebuild(cls: type[LentigoError], message: str, value: object) -> LentigoError:
    return cls(message, value=value)
