"""What happens between the steps of a training: a module for each."""
