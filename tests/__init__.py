"""The tests: folders mirror the packages, `journeys` holds a user's whole way, one file each."""
