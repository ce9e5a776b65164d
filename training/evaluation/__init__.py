"""Judges a bundle on labelled images: ``python -m training evaluate``.

Every figure that Lentigo publishes about a model comes from here, with its interval.
"""
