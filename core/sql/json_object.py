"""Whether a value can be taken apart as JSON: SQLite keeps any, and ends a query at others."""

from __future__ import annotations

from sqlalchemy import Boolean
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class IsJson(FunctionElement[bool]):
    """Condition on a column of JSON, to be asked before anything in its values."""

    name = "is_json"
    type = Boolean()
    inherit_cache = True


@compiles(IsJson)
def _always(_element: IsJson, _compiler: SQLCompiler, **_: object) -> str:
    return "true"  # such a server keeps nothing else in the column


@compiles(IsJson, "sqlite")
def _asked(element: IsJson, compiler: SQLCompiler, **options: object) -> str:
    return f"json_valid({compiler.process(element.clauses, **options)})"
