from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

def instrument_imports(include: Sequence[str] = ...) -> AbstractContextManager[None]: ...
def Setup(args: Sequence[str], test_one_input: Callable[[bytes], object]) -> list[str]: ...  # noqa: N802  # its name
def Fuzz() -> None: ...  # noqa: N802  # its name
