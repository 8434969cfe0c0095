"""Build the tables of data/ from the reference tables, by rule and small explicit mappings."""
