"""All code systems: those that come with the library, and whatever else is given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from os import PathLike
from pathlib import Path

import attrs

from caremsg.errors import InputError

from .lists import read_csv, read_json
from .standard import load, numbers, standard
from .system import CodeSystem, Verdict
from .texts import folded

__all__ = ["STANDARD_CODES", "Catalogue", "code_system", "code_systems"]

_NUMBER = re.compile("[0-9]{1,9}")
_GOOD = (Verdict.KNOWN, Verdict.RETIRED)


def _none() -> dict[int | str, CodeSystem]:
    return {}


@attrs.frozen(repr=False)
class Catalogue:
    """Code systems by number, OID and name. It never changes: to add a list makes another.

    newer = STANDARD_CODES.with_file("8279.csv").with_list(regional)
    """

    own: Mapping[int | str, CodeSystem] = attrs.field(factory=_none, hash=False)
    """The lists that were given, by OID, and by number where they have one."""

    def find(self, which: int | str | None) -> CodeSystem | None:
        """The system with a number or OID, if there is one. Fast, and never raises."""
        found = self.own.get(which) if which is not None else None
        return standard(which) if found is None and which is not None else found

    def system(self, which: int | str) -> CodeSystem:
        """The system with a number, OID or name (Norwegian or English, in upper or lower case).

        Raises LookupError when there is none, with names that are near, and when there are several.
        """
        text = str(which).strip()
        found = self.find(int(text) if _NUMBER.fullmatch(text) else which)
        if found is not None:
            return found
        named = self._named(folded(text))
        if len(named) == 1:
            return named[0]
        hint = named or self._near(folded(text))
        perhaps = f"; perhaps {' or '.join(map(str, hint))}" if hint else ""
        raise LookupError(
            f"{'several' if named else 'no'} code systems are called {which!r}{perhaps}"
        )

    def systems(self) -> tuple[CodeSystem, ...]:
        """Every system, by number; those without a number come last."""
        all_of_them = {system.oid: system for system in map(load, numbers())}
        all_of_them.update((system.oid, system) for system in self.own.values())
        last = max(numbers()) + 1
        found = all_of_them.values()
        return tuple(sorted(found, key=lambda s: (s.number is None, s.number or last, s.oid)))

    def with_list(self, system: CodeSystem, *, replacing: bool = False) -> Catalogue:
        """A catalogue with a further list.

        When it has a list of that system already, the new codes are added, and those that
        are in both are taken from the new one; with `replacing` only the new list counts.
        """
        before = self.find(system.oid)
        merged = system if before is None or replacing else _merged(before, system)
        keys: list[int | str] = [merged.oid]
        keys += [merged.number] if merged.number is not None else []
        return Catalogue({**self.own, **dict.fromkeys(keys, merged)})

    def with_file(
        self,
        path: str | PathLike[str],
        *,
        system: int | str | None = None,
        replacing: bool = False,
    ) -> Catalogue:
        """A catalogue with the list in a JSON or CSV file, of the form in `caremsg.codes.lists`.

        A table does not say which system it is of: `system` does, or else the name of the
        file, as in `9121.csv`. Raises InputError when there is no list in it.
        """
        file = Path(path)
        try:
            data = file.read_bytes()
        except OSError:
            raise InputError("the code list cannot be read") from None
        if file.suffix.lower() == ".json":
            return self.with_list(read_json(data), replacing=replacing)
        which = file.stem if system is None else system
        return self.with_list(read_csv(data, which), replacing=replacing)

    def tell_apart(
        self, candidates: Iterable[int], code: str, display: str | None = None
    ) -> CodeSystem | None:
        """Which of several systems a code without a system (CS) is of.

        The same code can mean different things in two of them. So the text of the sender
        decides; without one it is the first that has the code. None when none has it.
        """
        found = [system for number in candidates if (system := self.find(number)) is not None]
        having = [system for system in found if system.verdict(code) in _GOOD]
        if display:
            having.sort(key=lambda system: not system.agrees(code, display))
        return having[0] if having else None

    def __repr__(self) -> str:
        return f"<Catalogue: {len({system.oid for system in self.own.values()})} lists of its own>"

    def _named(self, text: str) -> list[CodeSystem]:
        """Those with a name, in either language; those that are still in use, if there are any."""
        found = [s for s in self.systems() if text in (folded(s.name), folded(s.name_en or ""))]
        return [s for s in found if s.replaced_by is None] or found

    def _near(self, text: str) -> list[CodeSystem]:
        names = {
            folded(n): s for s in self.systems() for n in (str(s.number), s.name, s.name_en or "")
        }
        near = [name for name in names if len(text) > 2 and text in name]
        return list(dict.fromkeys(names[name] for name in near or get_close_matches(text, names)))[
            :3
        ]


def _merged(old: CodeSystem, new: CodeSystem) -> CodeSystem:
    """The new list on top of the old one; a table that is merged says nothing but its codes."""
    unnamed = new.name == new.oid
    return attrs.evolve(
        old,
        name=old.name if unnamed else new.name,
        name_en=new.name_en or old.name_en,
        date=max(old.date, new.date),
        codes={**old.codes, **new.codes},
        pattern=new.pattern or old.pattern,
        replaced_by=new.replaced_by or old.replaced_by,
    )


STANDARD_CODES = Catalogue()
"""The systems that come with the library."""


def code_system(which: int | str) -> CodeSystem:
    """The code system with a number, OID or name.

    code_system(9121)
    code_system("2.16.578.1.12.4.1.1.9121")
    code_system("Hendelseskode for logistikkopplysninger")

    Raises LookupError when there is none, with names that are near.
    """
    return STANDARD_CODES.system(which)


def code_systems() -> tuple[CodeSystem, ...]:
    """Every code system that comes with the library, by number."""
    return STANDARD_CODES.systems()
