"""Checklists of dermoscopy that a clinician fills: each is data, with its sources.

No answer ever comes from a model, and no score from a list that is not complete.
"""
