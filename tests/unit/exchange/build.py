"""Messages, acknowledgements and exchanges for these tests: made-up parties and people."""

import datetime as dt
import uuid
from collections.abc import Iterable
from functools import cache

from caremsg import samples
from caremsg.declare.edits import Edit, drop, put, text, v
from caremsg.exchange import (
    Event,
    Exchange,
    Filed,
    Happening,
    Identifier,
    Memory,
    OwnDirectory,
    OwnOrganisation,
    Receiving,
    Validity,
)
from caremsg.samples.edits import edited

REPORT = "innleggelsesrapport-1.6"
REPORT_OLD = "innleggelsesrapport-1.5"
ADMITTED = "logistikk-innlagt-1.6"
READY = "logistikk-utskrivningsklar-1.6"
QUESTION = "dialog-foresporsel-1.0"
ANSWER = "dialog-svar-1.0"
DEVIATION = "dialog-avvik-1.0"
TO_DOCTOR = "helseopplysninger-til-lege-1.6"

HOME, HOSPITAL, OFFICE = ("9900100", "9900101"), ("9900200", "9900201"), ("9900300", "9900301")
STRANGER = ("9900800", "9900801")
ALVHILD, TORMUND = "14854110463", "03915220362"  # of the synthetic series

MADE = dt.datetime(2026, 10, 5, 12, 0, tzinfo=dt.UTC)
AT = MADE + dt.timedelta(minutes=1)
HOURS = dt.timedelta(hours=1)


def uid(name: str) -> str:
    """The identifier of a message that the tests call by a name."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"caremsg:{name}"))


def org(her: tuple[str, str], tag: str = "Organisation") -> str:
    """An organisation with a service in it, by their HER-ids."""
    return (
        f"<{tag}><OrganisationName>Tirilvik</OrganisationName>{_ident(her[0])}"
        f"<Organisation><OrganisationName>Tjeneste</OrganisationName>{_ident(her[1])}"
        f"</Organisation></{tag}>"
    )


def copy_to(her: tuple[str, str]) -> Edit:
    """One more receiver: of a copy."""
    xml = f"<OtherReceiver><RoleReceiver V='COP' DN='Kopimottaker'/>{org(her)}</OtherReceiver>"
    return put("MsgInfo", xml, before="Patient")


def _ident(her: str) -> str:
    kind = '<TypeId V="HER" S="2.16.578.1.12.4.1.1.9051" DN="HER-id"/>'
    return f"<Ident><Id>{her}</Id>{kind}</Ident>"


def message(
    sample: str,
    name: str,
    *,
    made: dt.datetime | str = MADE,
    parent: str = "",
    first: str = "",
    status: str = "",
    sender: tuple[str, str] | None = None,
    to: tuple[str, str] | None = None,
    patient: str = "",
    more: tuple[Edit, ...] = (),
) -> bytes:
    """A sample with an identifier, references, a status, a sender and a receiver of its own.

    `name`, `parent` and `first` are names for `uid`; `parent` counts for `first` too.
    """
    written = made if isinstance(made, str) else made.isoformat()
    edits: list[Edit] = [text("MsgInfo/MsgId", uid(name)), text("MsgInfo/GenDate", written)]
    if b"<ConversationRef>" in samples.data(sample):
        edits.append(drop("MsgInfo/ConversationRef"))
    if parent or first:
        refs = (
            f"<ConversationRef><RefToParent>{uid(parent or first)}</RefToParent>"
            f"<RefToConversation>{uid(first or parent)}</RefToConversation></ConversationRef>"
        )
        edits.append(put("MsgInfo", refs, after="MsgId"))
    if status:
        edits.append(v("//Forsendelsesstatus", V=status))
    for tag, party in (("Sender", sender), ("Receiver", to)):
        if party is not None:
            edits += [drop(f"MsgInfo/{tag}/Organisation"), put(f"MsgInfo/{tag}", org(party))]
    if patient:
        edits.append(text("MsgInfo/Patient/Ident/Id", patient))
    return _edited(sample, (*edits, *more))


@cache
def _edited(sample: str, edits: tuple[Edit, ...]) -> bytes:
    return edited(sample, edits)


def receipt(
    of: str,
    status: str = "1",
    *,
    errors: Iterable[str] = (),
    version: str = "1.1",
    her: tuple[str, str] = HOSPITAL,
    id: str = "receipt",
    more: tuple[Edit, ...] = (),
) -> bytes:
    """The acknowledgement of a message (by its identifier, as it is) by one of its receivers."""
    codes = tuple(errors) or (() if status == "1" else ("X99",))
    xml = "".join(
        f"<Error V='{code}' S='2.16.578.1.12.4.1.1.8221' DN='Feil' OT='Beskrevet'/>"
        for code in codes
    )
    edits: list[Edit] = [
        text("Id", uid(id)),
        text("OriginalMsgId/Id", of),
        v("Status", V=status),
        text("Sender/HCP/Inst/Id", her[0]),
        text("Sender/HCP/Inst/Dept/Id", her[1]),
    ]
    if xml:
        edits.append(put(".", xml, after="Status"))
    return _edited(f"apprec-ok-{version}", (*edits, *more))


def exchange(store=None, **more) -> Exchange:
    """An exchange, over a store in memory if none is given."""
    return Exchange(Memory() if store is None else store, **more)


def receive(on: Exchange, data: bytes, at: dt.datetime = AT) -> Filed:
    """Receive; the identifier of the acknowledgement is always another."""
    return on.receive(data, id=str(uuid.uuid4()), at=at)


def told(found: Filed | Iterable[Event]) -> list[str]:
    """What happened, in order."""
    events = found.events if isinstance(found, Filed) else found
    return [event.happening.value for event in events]


def only(events: Iterable[Event], happening: Happening) -> list[Event]:
    """The events of one kind."""
    return [event for event in events if event.happening is happening]


def validity(on: Exchange, name: str, direction="in") -> Validity:
    """Whether a message that was filed still counts."""
    letter = on.store.letter(direction, uid(name))
    assert letter is not None, f"{name} is not filed"
    return letter.validity


def hand_all(on: Exchange, at: dt.datetime = AT) -> None:
    """The transport takes everything."""
    for item in on.outbox(1000):
        on.handed_over(item, at=at)


def ours(*parties: tuple[str, str], patients: tuple[str, ...] | None = None) -> OwnDirectory:
    """A directory in which these are ours, and only these patients are known."""
    return OwnDirectory(
        tuple(
            OwnOrganisation(her_ids(organisation), her_ids(service), her_ids(service))
            for organisation, service in parties
        ),
        None if patients is None else tuple(frozenset({Identifier("FNR", p)}) for p in patients),
    )


def her_ids(*numbers: str) -> frozenset[Identifier]:
    """HER-ids, to be compared."""
    return frozenset(Identifier("HER", number) for number in numbers)


HOLDING = Receiving(hold_unknown_patients=True)


def holding(store=None, *parties: tuple[str, str]) -> Exchange:
    """An exchange that knows no patient, and waits for a person each time."""
    known = ours(*(parties or (HOSPITAL,)), patients=())
    return exchange(store, directory=known, policy=HOLDING)


def settle(on: Exchange, name: str, at: dt.datetime = AT, **more) -> Filed:
    """A person decides."""
    return on.settle(uid(name), id=str(uuid.uuid4()), at=at, **more)
