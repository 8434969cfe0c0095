"""The parts of the page Paparan: full screen, preparation, take-away, and the position of a meeting."""
