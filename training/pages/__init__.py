"""What every report of ``training`` shares: frame and style, plots, pictures, words, files.

`training.evaluation` and `training.explore` fill it. A page is one HTML file without scripts that
fetches nothing, so it can be mailed, archived and opened on a computer without network.
"""
