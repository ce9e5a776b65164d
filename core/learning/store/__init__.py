"""What users of the atlas have answered, marked and collected: an SQLite file of its own."""
