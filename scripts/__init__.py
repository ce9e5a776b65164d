"""What set-up, lock and lint run. A package so that its parts can be tested."""
