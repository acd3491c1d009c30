"""The faults of a document, as data: where, what, how bad, and which source says so.

A `FindingKind` is a code with its texts in English and Norwegian; `FindingKind.at` makes
a `Finding` of it at one place. A code never changes its meaning and is never used again.
Texts name fields and types, never a value out of the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Literal

from attrs import frozen

from caremsg.errors import CheckError

__all__ = [
    "KINDS",
    "NO_WORDS",
    "Direction",
    "Finding",
    "FindingKind",
    "Report",
    "Severity",
    "Silenced",
    "Where",
    "Words",
]


Direction = Literal["sending", "receiving"]
"""On which side of the exchange somebody stands."""


class Severity(Enum):
    """How bad a finding is."""

    ERROR = "error"
    """A must of the standard is broken."""
    WARNING = "warning"
    """A should of the standard is not followed."""
    ADVICE = "advice"
    """Worth knowing; nothing is broken."""


@frozen
class Where:
    """A place in a document, in the three forms people look for it."""

    path: str = ""
    """The Python path from the message, such as `msg_info.patient.ident[0].id`."""
    xpath: str = ""
    """An XPath with the prefixes of the document itself."""
    line: int | None = None
    """The line of the document, from 1."""


@frozen
class Finding:
    """One thing that is wrong at one place."""

    code: str
    """The permanent code: three letters for the group, and a number of three digits."""
    severity: Severity
    where: Where
    text: str
    """One sentence in English, without any value of the document."""
    text_nb: str
    """The same sentence in Norwegian (bokmål)."""
    source: str
    """What says so: a section of the standard or of the XML recommendations."""
    refusal: str | None = None
    """The error code (system 8221) of the acknowledgement that may refuse the message for it.

    None: the message must not be refused for this."""
    must_refuse: bool = False
    """True when the standard leaves the receiver no choice but to refuse."""
    reason: str = ""
    """Why its severity is not the usual one, in the words of whoever changed it."""

    def in_language(self, language: str) -> str:
        """The text in `en` or `nb`."""
        return self.text_nb if language == "nb" else self.text


@frozen
class Words:
    """A part of a text that differs between the languages."""

    en: str
    nb: str

    def __str__(self) -> str:
        return self.en


NO_WORDS = Words("", "")

KINDS: dict[str, FindingKind] = {}
"""Every kind of finding that is known, by code."""


@frozen
class FindingKind:
    """What a code means: severity, texts with `{names}` to fill in, and source."""

    code: str
    severity: Severity
    en: str
    nb: str
    source: str
    why: Words = NO_WORDS
    """Why it matters."""
    mend: Words = NO_WORDS
    """What to do about it."""
    ids: tuple[str, ...] = ()
    """The rules of the digests that it stands for, such as `PLO-IR-04`."""
    refusal: str | None = None
    """See `Finding.refusal`."""
    must_refuse: bool = False
    """See `Finding.must_refuse`."""
    listed: bool = False
    """It is about a list of content that is to be sent when it is relevant, and only then."""
    only: Direction | None = None
    """The only direction it is judged in; None: both."""

    def __attrs_post_init__(self) -> None:
        if self.code in KINDS:
            raise ValueError(f"the code {self.code} is used twice")
        KINDS[self.code] = self

    @property
    def receiving(self) -> Severity:
        """How bad it is to a receiver: an error only where the message may be refused."""
        if self.severity is not Severity.ERROR:
            return Severity.ADVICE
        return Severity.ERROR if self.refusal else Severity.WARNING

    def at(self, where: Where, /, **names: object) -> Finding:
        """The finding at one place; `names` fill the braces of the texts."""
        return Finding(
            self.code,
            self.severity,
            where,
            self.en.format_map(names),
            self.nb.format_map(_norwegian(names)),
            self.source,
            self.refusal,
            self.must_refuse,
        )


def _norwegian(names: Mapping[str, object]) -> dict[str, object]:
    return {key: value.nb if isinstance(value, Words) else value for key, value in names.items()}


@frozen
class Silenced:
    """A finding that somebody does not want to hear of, and why."""

    finding: Finding
    reason: str


@frozen
class Report:
    """All findings about one document, in document order."""

    findings: tuple[Finding, ...] = ()
    silenced: tuple[Silenced, ...] = ()
    """What a policy or a baseline left out, with its reason."""

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    @property
    def ok(self) -> bool:
        """True when there is no finding of severity ERROR."""
        return not self.errors

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings of severity ERROR."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)

    @property
    def refusals(self) -> tuple[Finding, ...]:
        """The findings for which a receiver may, or must, refuse the message."""
        return tuple(f for f in self.findings if f.refusal is not None)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes, in order, with repetitions."""
        return tuple(f.code for f in self.findings)

    def summary(self, *, most: int = 5) -> str:
        """A few lines for a person: the number of findings and the first of them."""
        if not self.findings:
            return "no findings"
        lines = [f"{len(self.findings)} finding{'s' if len(self.findings) > 1 else ''}"]
        for item in self.findings[:most]:
            line = f"line {item.where.line}" if item.where.line else ""
            place = item.where.path or item.where.xpath
            parts = [part for part in (line, place, item.text) if part]
            lines.append(f"  {item.code} {': '.join(parts)}")
        if len(self.findings) > most:
            lines.append(f"  and {len(self.findings) - most} more")
        return "\n".join(lines)

    def raise_for_errors(self) -> None:
        """Raise `CheckError` when there is a finding of severity ERROR."""
        if not self.ok:
            raise CheckError(self)
