"""Filtering, sorting and grouping the items of an atlas, a hundred thousand within milliseconds.

Who shows them asks a `Browser` for a `View`: ids in their order, groups, and how many items each
choice would leave. Items themselves are fetched a page at a time.
"""

from __future__ import annotations

from core.atlas.browse.browser import Browser
from core.atlas.browse.view import Count, Group, View
from core.atlas.browse.wish import Facet, Filter, Sort

__all__ = ["Browser", "Count", "Facet", "Filter", "Group", "Sort", "View"]
