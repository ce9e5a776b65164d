"""The classes a model can find, and what they mean to a clinician."""

from __future__ import annotations

from core.taxonomy.classes import Code, CodeSystem, LesionClass
from core.taxonomy.ham10000 import HAM10000
from core.taxonomy.known import KNOWN, code_among, known_class

__all__ = ["HAM10000", "KNOWN", "Code", "CodeSystem", "LesionClass", "code_among", "known_class"]
