"""Reports as they will be printed: seen first, then saved or printed."""
