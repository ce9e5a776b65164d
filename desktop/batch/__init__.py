"""The place "Batch": folders of any size into a table that is sorted, filtered and looked at."""
