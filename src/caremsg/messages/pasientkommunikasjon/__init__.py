"""Messages between patient and provider (versions 1.0, 1.1 and 1.2)."""
