"""Other ways of answering the same images with the same weights, each a program of its own.

Those with frameworks that are not Lentigo's run in environments of their own, so nothing here but
`with_keras` and `with_lentigo` may import anything of Lentigo's or of its libraries.
"""
