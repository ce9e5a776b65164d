"""The subcommands of ``lentigo``, a file each: its options, and what it does."""
