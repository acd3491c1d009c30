"""The machine: from class and edition to plan, and from plan to reader and writer.

It knows how the standard is declared, and nothing of the standard itself.
"""
