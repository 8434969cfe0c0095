"""Files people take along: spreadsheets, pages, slides, geometry, and the map as a picture."""
