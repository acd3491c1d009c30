"""The rules of the standard: one folder or module for each family of messages.

A rule stands in the module of what it is about, and is found by its place: `common` is
loaded for every message, the rest with the first message of its family. `caremsg.check`
calls them. How a rule is written is told in `caremsg.declare.rules`.
"""
