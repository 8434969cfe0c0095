"""Serve the app: compressed files, security headers, health, warm start and calm memory."""
