"""An edition: one published version of one part of the standard."""

from __future__ import annotations

from attrs import field, frozen

__all__ = ["Edition", "editions"]

_EDITIONS: dict[str, Edition] = {}


@frozen(order=False, repr=False)
class Edition:
    """One version of one family of the standard, such as PLO 1.6.

    Editions of one family are ordered; to compare those of two families is a TypeError.
    """

    family: str
    version: str
    experimental: bool = field(default=False, eq=False)
    """True for a draft that nobody should send."""

    def __attrs_post_init__(self) -> None:
        _EDITIONS[str(self)] = self

    def __lt__(self, other: Edition) -> bool:
        if self.family != other.family:
            raise TypeError(f"{self} and {other} are not editions of the same family")
        return self._numbers < other._numbers

    @property
    def _numbers(self) -> tuple[int, ...]:
        return tuple(int(part) for part in self.version.replace("-", ".").split("."))

    def __str__(self) -> str:
        return f"{self.family} {self.version}"

    def __repr__(self) -> str:
        return f"<{self}>"


def editions() -> dict[str, Edition]:
    """Every edition that is declared, by its name, such as `PLO 1.6`."""
    return dict(sorted(_EDITIONS.items()))
