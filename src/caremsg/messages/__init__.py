"""The standard: one file per message type, with its fields.

Nothing is imported here: a family is loaded when it is first met.
"""
