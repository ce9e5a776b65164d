"""Patients, their lesions over time, and what was found: kept so that nothing is lost.

Rows live in a SQL database, originals in a content-addressed image store beside it or elsewhere.
"""
