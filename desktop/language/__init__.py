"""The languages of the window: what it says in which, and how it changes from one to another."""
