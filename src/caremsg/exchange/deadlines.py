"""What is awaited after a message, by whom it is met, and how long that may take."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from caremsg.messages.dialogmelding import Dialogmelding

from .comparing import comparable
from .originals import Original

__all__ = ["ACKNOWLEDGED_WITHIN", "AWAITED", "Rule", "awaited_after", "documents_of"]

ACKNOWLEDGED_WITHIN = dt.timedelta(hours=96)
"""From GenDate; then the message counts as refused (HITS 1168:2016, 9.1)."""


@frozen
class Rule:
    """An answer that is awaited from the receiver of a message."""

    name: str
    after: tuple[str, ...]
    """The message types (8279) after which it is awaited."""
    met_by: tuple[str, ...]
    """The message types that are such an answer."""
    within: dt.timedelta
    source: str
    dropped_by: tuple[str, ...] = ()
    """The message types by which the sender says that no answer is needed any more."""
    linked: bool = False
    """True: only a message that refers to the first one meets it, not any about the patient."""


_DAYS = dt.timedelta(days=3)
AWAITED = (
    Rule(
        "answer",
        ("DIALOG_FORESPORSEL",),
        (
            "DIALOG_SVAR",
            "MEDISINSKE_OPPLYSNINGER",
            "ORIENTERING_TJENESTETILBUD",
            "HELSEOPPLYSNINGER_LEGE",
            "HELSEOPPL_SOKNAD",
            "INNLEGGELSESRAPPORT",
            "FRAVARSMELDING",
        ),
        _DAYS,
        "HISD 80806:2012, 6 and 7",
        linked=True,
    ),
    Rule(
        "admission-report",
        ("LOG_INNLAGT",),
        ("INNLEGGELSESRAPPORT",),
        dt.timedelta(hours=24),
        "HIS 1143:2014, 1",
    ),
    Rule(
        "response-to-ready",
        ("LOG_UTSKRIVNINGSKLAR",),
        ("DIALOG_NOTAT", "DIALOG_HELSEFAGLIG"),
        dt.timedelta(hours=2),
        "regulation on municipal co-financing, § 11; HISD 80806:2012, 9.4; two hours are ours",
        dropped_by=("LOG_AVMELDING",),
    ),
    Rule(
        "doctor",
        ("HELSEOPPLYSNINGER_LEGE",),
        ("MEDISINSKE_OPPLYSNINGER", "DIALOG_SVAR"),
        _DAYS,
        "HISD 80806:2012, 6.2",
    ),
)
"""The deadlines of the message types. An exchange may be given others."""


def awaited_after(original: Original, rules: tuple[Rule, ...] = AWAITED) -> list[Rule]:
    """What is awaited after a message."""
    if original.status == "C":
        return []
    code = original.type.code or ""
    return [rule for rule in rules if code in rule.after and _asks(original, rule)]


def _asks(original: Original, rule: Rule) -> bool:
    """A report to the doctor asks for something only when it says that the doctor is to act."""
    if rule.name != "doctor":
        return True
    content = getattr(original.payload, "innhold_konsultasjon", None)
    kind = getattr(content, "type_innhold_konsultasjon", None)
    return getattr(kind, "code", None) == "3"  # 9137: the doctor is asked to assess


def documents_of(original: Original) -> tuple[frozenset[str], frozenset[str]]:
    """The identifiers of the documents in a message, and of those that it answers."""
    own: set[str] = set()
    answered: set[str] = set()
    payload = original.payload
    if isinstance(payload, Dialogmelding):
        for part in payload.innhold:
            own |= {getattr(part, "dok_id_notat", None) or ""}
            own |= {getattr(part, "dok_id_foresp", None) or ""}
            question = getattr(part, "foresporsel", None)
            answered |= {getattr(question, "dok_id_foresp", None) or ""}
    sending = getattr(payload, "informasjon_om_forsendelsen", None)
    request = getattr(sending, "foresporsel", None)
    answered |= {getattr(request, "ref_dok_id_foresp", None) or ""}
    return _clean(own), _clean(answered)


def _clean(ids: set[str]) -> frozenset[str]:
    return frozenset(comparable(id) for id in ids if id.strip())
