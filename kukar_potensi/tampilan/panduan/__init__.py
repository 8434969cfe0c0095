"""The parts of the page Panduan."""
