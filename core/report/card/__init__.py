"""The model card as a page, after what clinicians, auditors and reviewers ask of a model.

After the model cards of Mitchell et al. [1]_ and the CLEAR Derm checklist for image-based
artificial intelligence in dermatology [2]_. Everything is read from the bundle; nothing is written
by hand. The page is made of `blocks`; `markdown` and `html` lay the same page out.

References
----------
.. [1] Mitchell et al., "Model Cards for Model Reporting", FAT* 2019, doi:10.1145/3287560.3287596.
.. [2] Daneshjou et al., "Checklist for Evaluation of Image-Based Artificial Intelligence Reports in
   Dermatology", JAMA Dermatology 158(1), 2022, doi:10.1001/jamadermatol.2021.4915.
"""
