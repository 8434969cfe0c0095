"""The page Data: what is known, how good it is, where it comes from, and how to bring more."""
