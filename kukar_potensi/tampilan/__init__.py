"""The only part of the package that knows Streamlit: frame, filter bar, shared parts, the map on a page."""
