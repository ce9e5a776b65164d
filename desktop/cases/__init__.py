"""The place "Cases": patients, their lesions over time, and what was found."""
