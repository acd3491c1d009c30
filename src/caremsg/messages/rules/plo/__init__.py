"""The rules of the care messages (PLO)."""
