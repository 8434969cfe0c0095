"""Hold the rules of the domain: no file, no screen, no clock."""
