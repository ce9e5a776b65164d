"""Whether a value is a JSON object: SQLite keeps any, and ends a query at what is no JSON."""

from __future__ import annotations

from sqlalchemy import Boolean
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class IsJsonObject(FunctionElement[bool]):
    """Condition on a column of JSON objects, to be asked before anything in its values."""

    name = "is_json_object"
    type = Boolean()
    inherit_cache = True


@compiles(IsJsonObject)
def _always(_element: IsJsonObject, _compiler: SQLCompiler, **_: object) -> str:
    return "true"  # such a server keeps no damaged value


@compiles(IsJsonObject, "sqlite")
def _asked(element: IsJsonObject, compiler: SQLCompiler, **options: object) -> str:
    value = compiler.process(element.clauses, **options)
    return f"CASE WHEN json_valid({value}) THEN json_type({value}) = 'object' ELSE 0 END"
