"""``python -m training explore``: what a data set holds, before anything is trained on it.

`counts` tells what its metadata say, `looks` what a drawn part of its images shows, `colours` in
which terms; `survey` puts both together, `page` and `report` write them for people and programs.
"""
