"""The standard. Every message type has a file of its own.

Nothing is imported here: a family is loaded when it is first met.
"""
