"""The exit codes."""

__all__ = ["BROKEN_PIPE", "ERRORS", "FINE", "INTERRUPTED", "UNREADABLE"]

FINE = 0
ERRORS = 1
"""A message has findings of severity ERROR; XML that is not well-formed is one."""
UNREADABLE = 3
"""A file cannot be opened or read, or a folder has no messages. Wins over `ERRORS`."""
INTERRUPTED = 130
BROKEN_PIPE = 141
