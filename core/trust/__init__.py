"""When to believe an answer: certainty, prediction sets, operating points, novelty, quality.

What is fitted here was fitted on lesions that the network did not learn from, and is measured on
others again; the bundle carries it on its card.
"""
