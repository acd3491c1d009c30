"""Rules about the parties of an acknowledgement, and about reasons that nobody may give.

From HIS 80415:2012, HITS 1168:2016 and HIS 1153-2:2016. What has to be sent to whom and
when is decided by the exchange.
"""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...apprec import AppRec, HCProf, Receiver, Sender
from ...editions import APPREC_1_0, APPREC_1_1
from ...given import Given
from ..reading import blank, code_in

REJECTED, ACCEPTED, OLD = "apprec-avvist-1.1", "apprec-ok-1.1", "apprec-avvist-1.0"
_CARE = (
    "LOG_",
    "DIALOG_",
    "HELSEOPPL",
    "INNLEGGELSES",
    "UTSKRIVNINGS",
    "MEDISINSKE",
    "ORIENTERING",
)
_OF_SENDER = {APPREC_1_0: ("REQ", "SPR", "COP"), APPREC_1_1: ("PRIM", "COP")}
_OF_RECEIVER = {APPREC_1_0: ("RECEIVER",), APPREC_1_1: ("AVS",)}


@rule(
    "REC020",
    "APP-36",
    source="HIS 80415:2004; HIS 80415:2012; HITS 1168:2016, 6",
    severity=Severity.WARNING,
    en="the role is missing, or is not one of {edition}: {wanted}",
    nb="rollen mangler, eller er ikke en av dem i {edition}: {wanted}",
    why=Words(
        "With a copy receiver there are several acknowledgements, and the role tells which is "
        "the one that counts.",
        "Med en kopimottaker kommer det flere kvitteringer, og rollen sier hvilken som gjelder.",
    ),
    mend=Words("Give the role of each side.", "Oppgi rollen til hver side."),
    sample=ACCEPTED,
    bad=drop("Sender/Role"),
)
def roles_are_given(receipt: AppRec, _: Given) -> Iterator[Breach]:
    """Sender and receiver of an acknowledgement have the role of the edition."""
    for name, party, roles in (
        ("sender", receipt.sender, _OF_SENDER),
        ("receiver", receipt.receiver, _OF_RECEIVER),
    ):
        wanted = roles[receipt.edition]
        if not code_in(party.role, *wanted):
            yield Breach(f"{name}.role", edition=receipt.edition, wanted=", ".join(wanted))


@rule(
    "REC021",
    "APP-39",
    "ADR-08",
    source="HIS 1153-2:2016, AD2.12 to AD2.15",
    en="the party lacks {part}",
    nb="parten mangler {part}",
    why=Words(
        "The sender matches the acknowledgement with the receivers of the message by HER-id, "
        "on both levels.",
        "Avsenderen kobler kvitteringen til mottakerne av meldingen med HER-id, på begge nivåer.",
    ),
    mend=Words(
        "Copy name and identifiers of both levels from the message.",
        "Kopier navn og identifikatorer på begge nivåer fra meldingen.",
    ),
    sample=ACCEPTED,
    bad=drop("//Sender//Inst/Name"),
)
def both_levels_are_known(party: Sender | Receiver, _: Given) -> Iterator[Breach]:
    """Both parties have name and identifier, as an institution and as a part of it."""
    inner = party.hcp.innhold
    if isinstance(inner, HCProf):
        return
    if blank(inner.name) or blank(inner.id):
        yield Breach("hcp.innhold", part=Words("name or identifier", "navn eller identifikator"))
    if not inner.dept and not inner.hc_person:
        yield Breach(
            "hcp.innhold", part=Words("a department or a person", "en avdeling eller person")
        )
    below = [(f"dept[{i}]", part.name, part.id) for i, part in enumerate(inner.dept)]
    below += [(f"hc_person[{i}]", part.name, part.id) for i, part in enumerate(inner.hc_person)]
    for path, name, id in below:
        if blank(name) or blank(id):
            words = Words("name or identifier", "navn eller identifikator")
            yield Breach(f"hcp.innhold.{path}", part=words)


@rule(
    "REC022",
    "APP-25",
    source="HIS 80415:2012",
    en="status 3 is for messages that are made of several others",
    nb="status 3 er for meldinger som består av flere andre",
    why=Words(
        "The sender does not know whether the message was taken in.",
        "Avsenderen vet ikke om meldingen ble tatt inn.",
    ),
    mend=Words("Accept it with 1, or refuse it with 2.", "Godta den med 1, eller avvis den med 2."),
    sample=REJECTED,
    bad=v("Status", V="3", DN="OK, men med feil i delmelding"),
)
def yes_or_no(receipt: AppRec, _: Given) -> Iterator[Breach]:
    """A care or dialog message is accepted or refused, and nothing between."""
    if code_in(receipt.status, "3") and _is_care(receipt):
        yield Breach("status")


@rule(
    "REC023",
    "APP-13",
    source="HIS 80415:2012, 3.3.2 and 6; HIS 80415:2004, errata 2017",
    severity=Severity.WARNING,
    en="a care or dialog message is not refused with this code",
    nb="en pleie- og omsorgs- eller dialogmelding avvises ikke med denne koden",
    why=Words(
        "The code is withdrawn, or for another standard; a patient without a record is no "
        "reason to refuse, and nobody follows up a message that was refused so.",
        "Koden er trukket tilbake, eller for en annen standard; en pasient uten journal er "
        "ingen grunn til å avvise, og ingen følger opp en melding som er avvist slik.",
    ),
    mend=Words(
        "Take the message in; if it was misdirected, answer with DIALOG_AVVIK.",
        "Ta meldingen inn; er den sendt feil, svares det med DIALOG_AVVIK.",
    ),
    sample=REJECTED,
    bad=v("Error", V="E35", DN="Pasienten finnes ikke i mottakersystemet"),
)
def no_reason_of_other_standards(receipt: AppRec, _: Given) -> Iterator[Breach]:
    """A care or dialog message is not refused for reasons that belong to other standards."""
    for i, error in enumerate(receipt.error):
        if _is_care(receipt) and code_in(error, *_NOT_FOR_CARE):
            yield Breach(f"error[{i}]")


_NOT_FOR_CARE = ("E20", "E30", "E31", "E32", "E33", "E34", "E35", "E40", "E53", "E54")


@rule(
    "REC024",
    source="HIS 80415:2004",
    severity=Severity.WARNING,
    editions=(APPREC_1_0,),
    en="the code came with AppRec 1.1; in 1.0 the sender writes {instead}",
    nb="koden kom med AppRec 1.1; i 1.0 skriver avsenderen {instead}",
    why=Words(
        "A system that knows 1.0 only does not know the code.",
        "Et system som bare kjenner 1.0, kjenner ikke koden.",
    ),
    mend=Words(
        "Use the general code, and say in OT what is wrong.",
        "Bruk den generelle koden, og si i OT hva som er galt.",
    ),
    sample=OLD,
    bad=v("Error", V="T10", DN="Støtter ikke meldingsformatet", S="2.16.578.1.12.4.1.1.8221"),
)
def codes_of_its_edition(receipt: AppRec, _: Given) -> Iterator[Breach]:
    """An acknowledgement of 1.0 has no code that came later."""
    for i, error in enumerate(receipt.error):
        if code_in(error, "T10", "E10"):
            yield Breach(f"error[{i}]", instead="T99" if error.code == "T10" else "X99")


@rule(
    "REC025",
    "APP-09",
    source="HITS 1168:2016, 3",
    en="an acknowledgement is never acknowledged",
    nb="en applikasjonskvittering kvitteres aldri",
    why=Words(
        "Two systems that acknowledge each other's acknowledgements never stop.",
        "To systemer som kvitterer for hverandres kvitteringer, stopper aldri.",
    ),
    mend=Words("Log it, and send nothing.", "Logg den, og send ingenting."),
    sample=ACCEPTED,
    bad=v("OriginalMsgId/MsgType", V="APPREC", DN="Applikasjonskvittering"),
)
def is_about_a_message(receipt: AppRec, _: Given) -> Iterator[Breach]:
    """An acknowledgement is about a message, not about another acknowledgement."""
    if code_in(receipt.original_msg_id.msg_type, "APPREC"):
        yield Breach("original_msg_id.msg_type")


def _is_care(receipt: AppRec) -> bool:
    return (receipt.original_msg_id.msg_type.code or "").startswith(_CARE)


_SENDING = "Which acknowledgement is sent, to whom and when, is decided when a message is received."
_MIRROR = "It mirrors the message that is acknowledged, which is not in the acknowledgement."
_FOLLOWING = "Acknowledgements are matched with what was sent when they arrive."

elsewhere(
    Reason.SHAPE,
    {
        "APP-23": "GenDate is obligatory and has date and time (SCH101, SCH201).",
        "APP-43": "What is not well-formed is XML001, which may be refused with T01.",
        "APP-44": "What breaks the schema is SCH101 and the like, which may be refused with T02.",
        "APP-45": "An unknown message or edition is SCH001 or SCH002, refused with T10.",
    },
)
elsewhere(
    Reason.EXCHANGE,
    {
        **{f"APP-{n:02}": _SENDING for n in range(1, 18) if n not in (9, 13)},
        **{f"APP-{n}": _MIRROR for n in (30, 31, 32, 33, 34, 35, 37)},
        "APP-42": "A personal signature is verified before anything is judged.",
        "APP-46": "Which services the own organisation has is told to the exchange.",
        "APP-48": "What a person decides before the message is taken in is told to the exchange.",
        "APP-49": "It is about discharge letters and results, which are no care messages.",
        **{f"APP-{n}": "Duplicates are told from each other by the store." for n in range(60, 65)},
        **{f"APP-{n}": _FOLLOWING for n in range(70, 80)},
        **{
            f"DEC-{n:02}": "It is a row of the table by which receiving decides."
            for n in range(1, 43)
        },
    },
)
