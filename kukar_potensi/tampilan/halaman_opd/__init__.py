"""The parts of the page OPD: choice of the agency, its identity and map, four questions, rows, worksheet, comparison."""
