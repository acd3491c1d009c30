"""One code system: its codes, and what can be said about a code that somebody sent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from enum import Enum
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from attrs import field, frozen

from .texts import folded, same_text

if TYPE_CHECKING:
    from caremsg.messages.datatypes import CS, CV

__all__ = ["OID_ROOT", "Code", "CodeSystem", "Verdict"]

OID_ROOT = "2.16.578.1.12.4.1.1."
"""What the object identifier of every national code system begins with; its number follows."""
_NATIONAL = re.compile(re.escape(OID_ROOT) + "([1-9][0-9]{0,8})")


class Verdict(Enum):
    """What a code system says about a code."""

    KNOWN = "known"
    """It is one of its codes, or has the form of one where the codes themselves are not listed."""
    RETIRED = "retired"
    """It was one: to be understood when it is read, and not to be written any more."""
    UNKNOWN = "unknown"
    """It is none of its codes, nor has it the form of one."""
    NOT_LISTED = "not listed"
    """Nobody can tell: the list is known to be incomplete."""


@frozen
class Code:
    """One code of a system."""

    code: str
    display: str
    """The Norwegian text that goes with it (DN)."""
    display_en: str | None = None
    """An English translation, which is not official."""
    retired: bool = False
    """It is no longer to be written."""
    since: str | None = None
    """The first edition whose documents have it, such as `PLO 1.6`; None: always, or unknown."""
    other_displays: tuple[str, ...] = ()
    """Older, newer and variant texts that mean the same."""
    instead: str | None = None
    """For a retired one: what to write now, such as `9142/AAI`."""
    earlier: str | None = None
    """What the code meant in an older list under the same number: something else."""
    until: str | None = None
    """For a retired one: the first edition that no longer has it; older ones still use it."""


@frozen(slots=False, repr=False)
class CodeSystem:
    """A code system (kodeverk), with its codes in order.

    Iterating gives each `Code`; `code in system`, `system[code]` and `system.get(code)` take
    the code as text. Whoever has to be fast looks into `codes`, which is a plain mapping.
    """

    oid: str
    """Its object identifier: what a `CV` names as its system."""
    name: str
    """Its Norwegian name; one of our own where it has no official one."""
    name_en: str | None
    date: str
    """How new the list is: the date of the newest source, `2024-09-05`, `2026-04` or `2009`."""
    complete: bool
    """True when every code is listed."""
    codes: Mapping[str, Code] = field(hash=False)
    """The codes, by code."""
    pattern: str | None = None
    """The form of a code, as a regular expression, where others keep the list."""
    replaced_by: int | None = None
    """The number of the system that is used in its place now."""

    @property
    def number(self) -> int | None:
        """Its number, such as 9121; None for one that is not a national code system."""
        found = _NATIONAL.fullmatch(self.oid)
        return int(found[1]) if found is not None else None

    @property
    def external(self) -> bool:
        """True when others keep the list, and only the form of a code is known here."""
        return self.pattern is not None

    def __getitem__(self, code: str) -> Code:
        found = self.codes.get(code)
        if found is None:
            raise LookupError(f"{self} lists no such code{self._hint(code)}")
        return found

    def get(self, code: str | None) -> Code | None:
        """The code, if it is listed, be it retired or not."""
        return None if code is None else self.codes.get(code)

    def __contains__(self, code: object) -> bool:
        return code in self.codes or self._fits(code)

    def __iter__(self) -> Iterator[Code]:
        return iter(self.codes.values())

    def __len__(self) -> int:
        return len(self.codes)

    def __bool__(self) -> bool:
        """Always true: one that lists no codes is there all the same."""
        return True

    def verdict(self, code: str) -> Verdict:
        """Whether it is one of the codes. Its text is another matter: `agrees`."""
        found = self.codes.get(code)
        if found is not None:
            return Verdict.RETIRED if found.retired else Verdict.KNOWN
        if self.complete:
            return Verdict.UNKNOWN
        if self.pattern is None:
            return Verdict.NOT_LISTED
        return Verdict.KNOWN if self._fits(code) else Verdict.UNKNOWN

    def agrees(self, code: str, display: str) -> bool:
        """False when the text is none that was ever given to the code.

        White space, case and composition of letters do not matter. Texts are changed often,
        so that no message may be refused for this alone. True where nothing is listed.
        """
        found = self.codes.get(code)
        if found is None or display == found.display:
            return True
        texts = (found.display, *found.other_displays, found.earlier)
        return any(same_text(display, text) for text in texts if text is not None)

    def unit(self, text: str) -> Code | None:
        """The code for a unit as it stands in a `PQ`.

        That is the symbol: the code itself in 9090 and 9088; the text in 9085, where the
        codes are bare numbers and nobody sends them (HIS 80704:2014, 11.2.3).
        """
        found = self.codes.get(text)
        return found if found is not None and not text.isdecimal() else self._by_text.get(text)

    def cv(
        self,
        code: str,
        display: str | None = None,
        *,
        original_text: str | None = None,
        retired: bool = False,
    ) -> CV:
        """The value of a field that names its system: code, display and OID.

        Raises LookupError when it is none of the codes, and when it is a retired one that was
        not asked for with `retired`. `display` gives the text of a code that is not listed.
        """
        text = self._text_for(code, display, retired)
        made: CV = import_module(_DATATYPES).CV(
            code=code, system=self.oid, display=text, original_text=original_text
        )
        return made

    def cs(self, code: str, display: str | None = None, *, retired: bool = False) -> CS:
        """The value of a field whose system is fixed: code and display. Raises as `cv` does."""
        text = self._text_for(code, display, retired)
        made: CS = import_module(_DATATYPES).CS(code=code, display=text)
        return made

    def __str__(self) -> str:
        return f"{self.number or self.oid} {self.name}"

    def __repr__(self) -> str:
        return f"<CodeSystem {self}: {len(self)} codes>"

    def _text_for(self, code: str, display: str | None, retired: bool) -> str | None:
        verdict = self.verdict(code)
        if verdict is Verdict.UNKNOWN or (verdict is Verdict.NOT_LISTED and display is None):
            raise LookupError(f"{self} lists no such code{self._hint(code)}")
        listed = self.codes.get(code)
        if listed is None:
            return display
        if listed.retired and not retired:
            instead = f"; write {listed.instead} instead" if listed.instead else ""
            raise LookupError(f"that code of {self} is retired{instead}")
        return listed.display if display is None else display

    def _fits(self, code: object) -> bool:
        form = self._form
        return (
            form is not None
            and not self.complete
            and isinstance(code, str)
            and form.fullmatch(code) is not None
        )

    @cached_property
    def _form(self) -> re.Pattern[str] | None:
        return re.compile(self.pattern) if self.pattern is not None else None

    @cached_property
    def _by_text(self) -> dict[str, Code]:
        older = {c.earlier: c for c in self if c.earlier is not None}
        also = {text: c for c in self for text in c.other_displays}
        return {**older, **also, **{c.display: c for c in self if not c.retired}}

    def _hint(self, code: str) -> str:
        """What the caller may have meant, without repeating what was given."""
        texts = {folded(c.display): c for c in self if not c.retired}
        near = [self.codes[c] for c in get_close_matches(code, self.codes)]
        near += [texts[text] for text in get_close_matches(folded(code), texts)]
        meant = list(dict.fromkeys(f"{c.code!r} ({c.display})" for c in near if not c.retired))
        return f"; perhaps {' or '.join(meant[:3])}" if meant else ""


# One floor up, and loaded when a value is made: who only looks codes up needs no message classes.
_DATATYPES = "caremsg.messages.datatypes"
