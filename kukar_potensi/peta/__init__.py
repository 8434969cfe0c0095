"""The Folium map: its static assets, classes and colours, and what a change of filter sends."""
