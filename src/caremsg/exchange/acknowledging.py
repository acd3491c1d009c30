"""Making an acknowledgement (AppRec 1.0 and 1.1) of a message.

The parties are mirrored as they were sent, right or wrong (HIS 80415:2012, 3.5). A person who
signs below a service is left out (HITS 1168:2016, 11.2).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from attrs import frozen

from caremsg.codes import STANDARD_CODES, Catalogue
from caremsg.declare import Edition, Element, fields_of
from caremsg.document import Inspection, encode, replace
from caremsg.errors import EncodeError, InputError
from caremsg.findings import Finding
from caremsg.messages import apprec
from caremsg.messages.apprec import AppRec
from caremsg.messages.common import HealthcareProfessional, Ident
from caremsg.messages.datatypes import CS, CV
from caremsg.messages.editions import APPREC_1_0, APPREC_1_1, DIALOG_1_0, PLO_1_5
from caremsg.messages.msghead import Organisation
from caremsg.values import URL, DateTime
from caremsg.values.lexical import is_valid

from .originals import Addressee, Original, original_of

__all__ = ["Acknowledgement", "Fault", "Status", "acknowledge", "apprec_edition", "issued"]
__all__ += ["faults_of", "made_acknowledgement", "uuid_of", "written"]

_OID = "2.16.578.1.12.4.1.1.8221"
_MIG = {APPREC_1_0: "1.0 2004-11-21", APPREC_1_1: "v1.1 2012-02-15"}
_NOT_IN_1_0 = {"E10": "X99", "T10": "T99"}
"""Codes that the list of AppRec 1.0 lacks, and what stands for them there."""
_STATUSES = ("1", "2", "3")
_GENERAL = ("T99", "S99", "X99")
"""Codes that say nothing without words (HITS 1168:2016, 7)."""
_MOST_FAULTS = 20
_MOST_TEXT = 240
_UUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Status:
    """The statuses of an acknowledgement (8258)."""

    OK = CS(code="1", display="OK")
    REFUSED = CS(code="2", display="Avvist")
    OK_WITH_FAULTS = CS(code="3", display="OK, feil i delmelding")


@frozen
class Fault:
    """A reason for a refusal: a code of 8221, and words that explain it."""

    code: str
    text: str = ""


@frozen(repr=False)
class Acknowledgement:
    """An acknowledgement, ready to send."""

    message: AppRec
    data: bytes
    """Its octets."""
    receiver: str
    """Which receiver of the message it speaks for: `Addressee.name`."""

    @property
    def id(self) -> str:
        """Its identifier."""
        return self.message.id

    @property
    def version(self) -> str:
        """`1.0` or `1.1`."""
        return self.message.edition.version

    @property
    def status(self) -> str:
        """The code of its status (8258)."""
        return self.message.status.code or ""

    @property
    def errors(self) -> tuple[str, ...]:
        """The codes of its errors (8221)."""
        return tuple(error.code or "" for error in self.message.error)

    def __repr__(self) -> str:
        return f"<Acknowledgement {self.version}, status {self.status}>"


def apprec_edition(original: Original) -> Edition:
    """The version of the acknowledgement that a message calls for (HITS 1168:2016, 8)."""
    edition = original.edition
    old = edition in (PLO_1_5, DIALOG_1_0)
    patient = edition is not None and edition.family == "Pasientkommunikasjon"
    return APPREC_1_0 if old or patient else APPREC_1_1


def issued(original: Original) -> str:
    """GenDate of a message for its acknowledgement; empty when there is none that is valid."""
    made = original.made.strip()
    if _DAY.fullmatch(made):
        made += "T00:00:00"
    return made if is_valid("dateTime", made) else ""


def written(at: dt.datetime) -> DateTime:
    """A time as XML has it. Raises InputError when it cannot be expressed."""
    found = DateTime.of(at)
    if not is_valid("dateTime", found):
        raise InputError("XML cannot express this time")
    return found


def uuid_of(id: str) -> str:
    """The identifier, if it is a UUID. Raises InputError otherwise."""
    if not _UUID.fullmatch(id):
        raise InputError("the identifier of an acknowledgement is a UUID")
    return id


def faults_of(findings: Iterable[Finding], codes: Catalogue = STANDARD_CODES) -> tuple[Fault, ...]:
    """One fault for each finding that refuses; those that must refuse come first.

    A rule of somebody else may refuse with a code that is none: it is told as "other" (X99).
    """
    chosen = [finding for finding in findings if finding.refusal is not None]
    chosen.sort(key=lambda finding: not finding.must_refuse)
    known = codes.find(8221) or ()
    pairs = [(f.refusal if f.refusal in known else "X99", _words(f)) for f in chosen]
    found = dict.fromkeys(Fault(code or "", text) for code, text in pairs)
    if len(found) <= _MOST_FAULTS:
        return tuple(found)
    kept, last = list(found)[:_MOST_FAULTS], len(found) - _MOST_FAULTS
    return (*kept, Fault(kept[-1].code, f"og {last} feil til"))


def _words(finding: Finding) -> str:
    """What is wrong, in Norwegian, with its line; no finding holds a value of the message."""
    line = f" (linje {finding.where.line})" if finding.where.line else ""
    return f"{finding.text_nb[: _MOST_TEXT - len(line)]}{line} [{finding.code}]"


def acknowledge(
    message: Inspection | Original,
    /,
    *,
    id: str,
    at: dt.datetime,
    status: CS = Status.OK,
    faults: Iterable[Fault] = (),
    receiver: Addressee | None = None,
    edition: Edition | None = None,
    software: tuple[str, str] | None = None,
    codes: Catalogue = STANDARD_CODES,
) -> Acknowledgement:
    """The acknowledgement of a message by one of its receivers, the main one if none is named.

    `id` is a new UUID, `at` the present time. `edition` is by default what the message calls
    for. Raises InputError when the message does not tell enough to be answered, when `id` is
    no UUID, when XML cannot express `at`, or when status and faults do not agree; EncodeError
    when a text cannot be written in XML. Source: HIS 80415:2012, 3.
    """
    original = message if isinstance(message, Original) else original_of(message)
    if original is None or original.sender is None or not issued(original):
        raise InputError("the message does not tell enough to be acknowledged")
    chosen = receiver or next(iter(original.receivers), None)
    if chosen is None:
        raise InputError("the message names no receiver who could acknowledge it")
    found = tuple(faults)
    _check_status(original, status, found)
    made = edition or apprec_edition(original)
    document = AppRec(
        edition=made,
        msg_type=CS(code="APPREC", display="Applikasjonskvittering"),
        mig_version=_MIG[made],
        software_name=software[0] if software else None,
        software_version=software[1] if software else None,
        gen_date=written(at),
        id=uuid_of(id),
        sender=apprec.Sender(role=_own_role(chosen, made), hcp=_hcp(chosen.party)),
        receiver=apprec.Receiver(role=_other_role(made), hcp=_hcp(original.sender)),
        status=status,
        error=tuple(dict.fromkeys(_error(fault, made, codes) for fault in found)),
        original_msg_id=apprec.OriginalMsgId(
            msg_type=original.type, issue_date=DateTime(issued(original)), id=original.msg_id
        ),
    )
    return made_acknowledgement(document, chosen.name)


def _check_status(original: Original, status: CS, faults: tuple[Fault, ...]) -> None:
    """Raises InputError for a status that does not agree with the faults or the message."""
    if status.code not in _STATUSES or bool(faults) == (status.code == Status.OK.code):
        raise InputError("a refusal has at least one fault, and an acceptance has none")
    if original.salvaged and status.code != Status.REFUSED.code:
        raise InputError("what cannot be read cannot be accepted")


def made_acknowledgement(document: AppRec, receiver: str) -> Acknowledgement:
    """An acknowledgement with its octets.

    What a damaged message has, and XML has not, is left out of what is mirrored.
    """
    try:
        return Acknowledgement(document, encode(document), receiver)
    except EncodeError:
        mirrored = ("sender", "receiver", "original_msg_id")
        clean = {name: _clean(getattr(document, name)) for name in mirrored}
        document = replace(document, **clean)
        return Acknowledgement(document, encode(document), receiver)


def _clean(value: Any) -> Any:
    """A part of a message without characters that XML cannot carry."""
    if isinstance(value, str):
        return type(value)(_ILLEGAL.sub("", value))
    if isinstance(value, tuple):
        return tuple(_clean(item) for item in value)  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, Element):
        names = [field.name for field in fields_of(type(value))]
        return replace(value, **{name: _clean(getattr(value, name)) for name in names})
    return value


def _error(fault: Fault, edition: Edition, codes: Catalogue) -> CV:
    system = codes.find(8221)
    meant = system.get(fault.code) if system is not None else None
    code = _NOT_IN_1_0.get(fault.code, fault.code) if edition == APPREC_1_0 else fault.code
    known = system.get(code) if system is not None else None
    if known is None or meant is None:
        raise InputError(f"{fault.code!r} is no error code of an acknowledgement (8221)")
    text = fault.text or (meant.display if code != fault.code else "")
    if code in _GENERAL and not text.strip():
        raise InputError(f"{code} is a general code, which needs the true reason in words")
    return CV(code=code, system=_OID, display=known.display, original_text=text or None)


def _own_role(receiver: Addressee, edition: Edition) -> CS:
    if receiver.copy:
        return CS(code="COP", display="Kopimottaker")
    if edition == APPREC_1_0:
        return CS(code="SPR", display="Tjenesteyter")
    return CS(code="PRIM", display="Primærmottaker")


def _other_role(edition: Edition) -> CS:
    if edition == APPREC_1_0:
        return CS(code="RECEIVER", display="Mottaker")
    return CS(code="AVS", display="Avsender")


def _hcp(party: Organisation | HealthcareProfessional) -> apprec.HCP:
    if isinstance(party, HealthcareProfessional):
        first, others = _ids(party.ident)
        alone = apprec.HCProf(
            type=party.type_healthcare_professional,
            name=_name(party),
            id=first.id if first else None,
            type_id=_kind(first) if first else None,
            additional_id=others,
        )
        return apprec.HCP(innhold=alone, address=_address(party))
    first, others = _ids(party.ident)
    inst = apprec.Inst(
        name=party.organisation_name,
        id=first.id if first else None,
        type_id=_kind(first) if first else None,
        dept=tuple(_dept(inner) for inner in _within(party)),
        additional_id=others,
        hc_person=_people(party),
    )
    return apprec.HCP(innhold=inst, address=_address(party))


def _within(party: Organisation) -> list[Organisation]:
    """The organisations inside an organisation, the outermost first."""
    found: list[Organisation] = []
    inner = party.organisation
    while inner is not None:
        found.append(inner)
        inner = inner.organisation
    return found


def _dept(party: Organisation) -> apprec.Dept:
    first, others = _ids(party.ident)
    return apprec.Dept(
        name=party.organisation_name,
        id=first.id if first else None,
        type_id=_kind(first) if first else None,
        additional_id=others,
    )


def _people(party: Organisation) -> tuple[apprec.HCPerson, ...]:
    person = party.healthcare_professional
    if person is None:
        return ()
    first, others = _ids(person.ident)
    return (
        apprec.HCPerson(
            name=_name(person),
            id=first.id if first else None,
            type_id=_kind(first) if first else None,
            additional_id=others,
        ),
    )


def _name(person: HealthcareProfessional) -> str | None:
    parts = (person.given_name, person.middle_name, person.family_name)
    return " ".join(part for part in parts if part) or None


def _ids(idents: Iterable[Ident]) -> tuple[Ident | None, tuple[apprec.AdditionalId, ...]]:
    """The identifier that comes first, a HER-id if there is one, and the others."""
    listed = [ident for ident in idents or () if ident.id is not None]  # pyright: ignore[reportUnnecessaryComparison]
    listed.sort(key=lambda ident: _kind(ident).code != "HER")
    if not listed:
        return None, ()
    others = tuple(apprec.AdditionalId(id=i.id, type=_kind(i)) for i in listed[1:])
    return listed[0], others


def _kind(ident: Ident) -> CS:
    found: CV | None = ident.type_id
    return CS() if found is None else CS(code=found.code, display=found.display)  # pyright: ignore[reportUnnecessaryComparison]


def _is_address(address: URL | None) -> bool:
    """An address that is none would make the acknowledgement invalid."""
    return bool(address) and is_valid("anyURI", address or "")


def _address(party: Organisation | HealthcareProfessional) -> apprec.Address | None:
    """The postal address; a post box has no place of its own, and follows the street."""
    sent, telephones = party.address, party.tele_com or ()
    if sent is None and not telephones:
        return None
    numbers = tuple(t.tele_address for t in telephones if _is_address(t.tele_address))
    if sent is None and not numbers:
        return None
    kind = sent.type if sent is not None and sent.type is not None else None
    street = [text for text in (sent.street_adr, sent.postbox) if text] if sent else []
    return apprec.Address(
        type=kind or CS(code="PST", display="Postadresse"),
        street_adr=", ".join(street) or None,
        postal_code=sent.postal_code if sent else None,
        city=sent.city if sent else None,
        county=sent.county if sent else None,
        country=sent.country if sent else None,
        tele_address=numbers,
    )
