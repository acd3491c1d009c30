"""How a rule of the standard is declared: one function, one sentence, one code, one source.

    @rule(
        "PLO104", "PLO-KL-01", source="HIS 80704:2014, 8.2.6", ...
    )
    def code_or_words(diagnosis: MedisinskDiagnose, given: Given) -> Iterator[Breach]:
        \"\"\"A diagnosis has a code, words, or both.\"\"\"
        if diagnosis.diagnosekode is None and not diagnosis.diagnose_beskrivelse:
            yield Breach()

The class of the first parameter is what the rule is about; the engine calls it for each
such object of a message. Rules that are not functions here are told of with `elsewhere`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from attrs import frozen

from caremsg.findings import Direction, FindingKind, Severity, Words

from .edition import Edition
from .edits import Edit

__all__ = [
    "ELSEWHERE",
    "RULES",
    "Breach",
    "Elsewhere",
    "Reason",
    "Rule",
    "elsewhere",
    "rule",
]

T = TypeVar("T")
G = TypeVar("G")
Test = Callable[[T, G], Iterator["Breach"]]

ERROR = Severity.ERROR


class Breach:
    """One place where a rule is broken: a path below the object, and words for the text."""

    __slots__ = ("names", "path")

    def __init__(self, path: str = "", /, **names: object) -> None:
        self.path = path
        """Such as `tidsfestet_hendelse[1].anslag`; empty: the object itself."""
        self.names: Mapping[str, object] = names
        """What fills the braces of the text; never a value of the message."""


@frozen
class Rule:
    """A rule of the standard that can be tested on one message."""

    kind: FindingKind
    """Its code, texts, source and severities."""
    sentence: str
    """What it says, in one English sentence."""
    about: tuple[type[Any], ...]
    """The classes it is about."""
    test: Callable[[Any, Any], Iterator[Breach]]
    """What finds the breaches in one object."""
    editions: tuple[Edition, ...]
    """The editions of the document it holds for; none: all."""
    within: tuple[type[Any], ...]
    """The documents it holds in; none: all."""
    in_cancellation: bool
    """False: it says nothing about a message that only cancels another."""
    sample: str
    """The sample message that its examples are made of."""
    good: tuple[Edit, ...]
    """What makes the sample right."""
    bad: tuple[Edit, ...]
    """What makes the sample wrong, and nothing but this rule broken if that can be."""


RULES: dict[str, Rule] = {}
"""Every rule that has been loaded, by its code."""


def rule(
    code: str,
    *ids: str,
    source: str,
    en: str,
    nb: str,
    why: Words,
    mend: Words,
    sample: str,
    bad: Edit | tuple[Edit, ...],
    good: Edit | tuple[Edit, ...] = (),
    severity: Severity = ERROR,
    listed: bool = False,
    only: Direction | None = None,
    refusal: str | None = None,
    must_refuse: bool = False,
    editions: Iterable[Edition] = (),
    within: Iterable[type[Any]] = (),
    in_cancellation: bool = True,
) -> Callable[[Test[T, G]], Test[T, G]]:
    """Declare a rule.

    `code` is its own, `ids` are what the digests call it. `en` and `nb` are the text of the
    finding, one sentence, which may have `{names}` that a `Breach` fills. `severity` is that
    of the standard; with `listed` it is about content that is sent when relevant. `refusal`
    is the error code (8221) of an acknowledgement that may, or with `must_refuse` must,
    refuse the message. `bad` and `good` turn the sample into a message that breaks the
    rule, and one that does not. Raises ValueError when the code is taken.
    """

    def declare(test: Test[T, G]) -> Test[T, G]:
        kind = FindingKind(
            code,
            Severity.WARNING if listed else severity,
            en,
            nb,
            source,
            why,
            mend,
            ids,
            refusal,
            must_refuse,
            listed,
            only,
        )
        RULES[code] = Rule(
            kind,
            (test.__doc__ or "").strip().partition("\n")[0],
            _about(test),
            test,
            tuple(editions),
            tuple(within),
            in_cancellation,
            sample,
            good if isinstance(good, tuple) else (good,),
            bad if isinstance(bad, tuple) else (bad,),
        )
        return test

    return declare


def _about(test: Callable[..., Any]) -> tuple[type[Any], ...]:
    """The class, or the union of classes, of the first parameter."""
    first = next(iter(get_type_hints(test).values()))
    return get_args(first) if get_origin(first) in (Union, UnionType) else (first,)


class Reason(Enum):
    """Why a rule of the standard is not a function here."""

    SHAPE = "carried by the shape"
    """The declared classes, the reader or the writer cannot break it, or find the breach."""
    EXCHANGE = "needs earlier messages"
    """It needs what only the exchange knows: earlier messages, the envelope of the transport,
    the own parties and patients, the clock."""
    HUMAN = "needs a human"
    """It asks for a judgement, or for something outside of all messages."""


@frozen
class Elsewhere:
    """A rule of the digests that no function tests, and why."""

    id: str
    reason: Reason
    note: str
    """One sentence: what carries it, or what it would need."""


ELSEWHERE: dict[str, Elsewhere] = {}
"""The rules that no function tests, by the id of the digest."""


def elsewhere(reason: Reason, notes: Mapping[str, str]) -> None:
    """Say of rules, by id, why no function tests them."""
    for id, note in notes.items():
        if id in ELSEWHERE:
            raise ValueError(f"{id} is told of twice")
        ELSEWHERE[id] = Elsewhere(id, reason, note)
