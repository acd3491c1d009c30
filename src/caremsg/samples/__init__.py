"""Messages to try things on: every type, made-up people, and some that are damaged.

    names()                          # ('apprec-avvist-1.0', ..., 'damaged-truncated', ...)
    data("innleggelsesrapport-1.6")  # the bytes, as they would arrive

Those whose name begins with `damaged-` have faults on purpose; all others are right.
National identity numbers are of the synthetic series (80 is added to the month), so they
belong to nobody; organisations, identifiers and telephone numbers are made up too.
"""

from __future__ import annotations

from importlib.resources import files

__all__ = ["data", "names"]

_FOLDER = files(__name__) / "xml"
_SUFFIX = ".xml"


def names() -> tuple[str, ...]:
    """The names of all samples, in order."""
    found = (file.name for file in _FOLDER.iterdir() if file.name.endswith(_SUFFIX))
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in found))


def data(name: str) -> bytes:
    """The bytes of a sample. Raises LookupError when there is none of that name."""
    if name not in names():
        raise LookupError(f"no sample is called {name!r}; `names()` lists them")
    return (_FOLDER / f"{name}{_SUFFIX}").read_bytes()
