"""The parts of the page Kerja Sama: figures, register, timeline, charts, agenda, card."""
