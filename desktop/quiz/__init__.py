"""The place "Quiz": asks about an atlas, keeps each answer, and only then tells."""
