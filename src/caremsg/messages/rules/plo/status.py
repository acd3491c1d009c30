"""Rules about what a sending is: new, changed or cancelled (HISD 1154, HIS 80704:2014, 5.2.2)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import alone, drop, put, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...epj.cave import Cave
from ...epj.journalnotat import Journaltekst
from ...given import Given
from ...msghead import MsgHead
from ...plo.helseopplysninger_ved_soknad import HelseopplysningerVedSoknad
from ...plo.innleggelsesrapport import Innleggelsesrapport
from ...plo.melding_fravar import MeldingFravar
from ...plo.orientering_om_tjenestetilbud import OrienteringOmTjenestetilbud
from ...plo.parts.care_message import CareMessage
from ...plo.parts.events import TidsfestetHendelse
from ...plo.tverrfaglig_epikrise import TverrfagligEpikrise
from ..reading import blank, code_in

SAMPLE = "innleggelsesrapport-1.6"
CANCELLED = "innleggelsesrapport-kansellering-1.6"
BOTH = (PLO_1_5, PLO_1_6)
_CHANGING = (Innleggelsesrapport, HelseopplysningerVedSoknad, TverrfagligEpikrise)


@rule(
    "PLO101",
    "PLO-HD-01",
    source="HIS 80704:2014, 4.1.1",
    en="the message has no envelope (MsgHead)",
    nb="meldingen har ingen konvolutt (MsgHead)",
    why=Words(
        "Without it nobody knows who sends it, to whom, and about whom.",
        "Uten den vet ingen hvem som sender, til hvem og om hvem.",
    ),
    mend=Words(
        "Put it into a MsgHead: `wrap` does so.",
        "Legg den i en MsgHead: `wrap` gjør det.",
    ),
    editions=BOTH,
    sample=SAMPLE,
    bad=alone("//Content/*"),
)
def has_an_envelope(message: CareMessage, given: Given) -> Iterator[Breach]:
    """A care message is sent in a MsgHead."""
    if given.head is None:
        yield Breach()


@rule(
    "PLO102",
    "PLO-ST-01",
    "HEAD-23",
    source="HISD 1154:2018, 2",
    en="the status is not one that is sent: N, M or C",
    nb="statusen er ikke en som sendes: N, M eller C",
    why=Words(
        "Receivers do different things with other codes: one files the message, another "
        "replaces the original.",
        "Mottakere gjør ulike ting med andre koder: én lagrer meldingen, en annen erstatter "
        "originalen.",
    ),
    mend=Words(
        "Send N for new, M for a change with the complete content, C for a cancellation.",
        "Send N for ny, M for endring med hele innholdet, C for kansellering.",
    ),
    editions=BOTH,
    sample=SAMPLE,
    bad=v("//Forsendelsesstatus", V="O", DN="Oppdatert og erstatter tidligere mottatt melding"),
)
def status_is_sent(message: CareMessage, _: Given) -> Iterator[Breach]:
    """The status of a care message is N, M or C."""
    if not code_in(message.informasjon_om_forsendelsen.forsendelsesstatus, "N", "M", "C"):
        yield Breach("informasjon_om_forsendelsen.forsendelsesstatus")


@rule(
    "PLO103",
    "PLO-ST-03",
    "HEAD-23",
    source="HISD 1154:2018, 3.1",
    only="sending",
    en="this message type is never changed (M), only cancelled and sent anew",
    nb="denne meldingstypen endres aldri (M), bare kanselleres og sendes på nytt",
    why=Words(
        "Receivers need not take a change of it, so the old content may stay.",
        "Mottakere trenger ikke ta imot en endring av den, så det gamle innholdet kan bli stående.",
    ),
    mend=Words(
        "Send C for the message that is wrong, then a new one with N.",
        "Send C for meldingen som er feil, og så en ny med N.",
    ),
    editions=BOTH,
    sample="orientering-om-tjenestetilbud-1.6",
    bad=v("//Forsendelsesstatus", V="M", DN="Endring"),
)
def may_be_changed(message: CareMessage, given: Given) -> Iterator[Breach]:
    """Only admission report, health information and discharge report are changed."""
    if given.status == "M" and not isinstance(message, (*_CHANGING, MeldingFravar)):
        yield Breach("informasjon_om_forsendelsen.forsendelsesstatus")


@rule(
    "PLO104",
    "PLO-ST-05",
    "HEAD-22",
    source="HISD 1154:2018, 4.2",
    en="a change or cancellation does not refer to the message it is about (ConversationRef)",
    nb="en endring eller kansellering viser ikke til meldingen den gjelder (ConversationRef)",
    why=Words(
        "The receiver cannot tell which message to replace or to strike, so the wrong one "
        "stays valid.",
        "Mottakeren kan ikke vite hvilken melding som skal erstattes eller strykes, så den "
        "gale blir stående.",
    ),
    mend=Words(
        "RefToConversation is the original, RefToParent the newest version of it: "
        "`answer_to` makes both.",
        "RefToConversation er originalen, RefToParent nyeste versjon av den: `answer_to` "
        "lager begge.",
    ),
    sample=CANCELLED,
    bad=drop("//ConversationRef"),
)
def refers_to_the_original(head: MsgHead, given: Given) -> Iterator[Breach]:
    """A change or cancellation refers to the message it is about."""
    if given.status in ("M", "C") and head.msg_info.conversation_ref is None and _is_care(given):
        yield Breach("msg_info.conversation_ref")


def _is_care(given: Given) -> bool:
    return isinstance(given.payload, CareMessage)


@rule(
    "PLO105",
    "PLO-ST-18",
    source="caremsg, derived from official examples of HIS 80704",
    severity=Severity.WARNING,
    en="the cancellation does not say why",
    nb="kanselleringen sier ikke hvorfor",
    why=Words(
        "Whoever has read the first message wants to know whether to forget it or to wait "
        "for another.",
        "Den som har lest den første meldingen, vil vite om den skal glemmes, eller om det "
        "kommer en ny.",
    ),
    mend=Words(
        "Give the reason where the type has room for it: a journal text, a remark or the "
        "description of the event.",
        "Oppgi grunnen der typen har plass: en journaltekst, en merknad eller beskrivelsen "
        "av hendelsen.",
    ),
    editions=BOTH,
    sample=CANCELLED,
    bad=drop("//Journaltekst"),
)
def a_cancellation_has_a_reason(message: CareMessage, given: Given) -> Iterator[Breach]:
    """A cancellation says in words why."""
    if not given.cancels or isinstance(message, OrienteringOmTjenestetilbud | MeldingFravar):
        return
    texts = [note.notat for note in given.all(Journaltekst)]
    texts += [event.beskrivelse_av_hendelse or "" for event in given.all(TidsfestetHendelse)]
    texts += [event.merknad or "" for event in given.all(TidsfestetHendelse)]
    kind = getattr(message, "type_innhold_i_melding", None)
    texts.append(getattr(kind, "merknad", None) or "")
    if all(map(blank, texts)):
        yield Breach()


@rule(
    "PLO106",
    "PLO-ST-17",
    source="caremsg, derived from official examples of HIS 80704",
    severity=Severity.WARNING,
    en="the cancellation carries clinical content",
    nb="kanselleringen har klinisk innhold",
    why=Words(
        "What is cancelled is not to be read any more; some receivers file it once more.",
        "Det som kanselleres, skal ikke leses lenger; noen mottakere lagrer det en gang til.",
    ),
    mend=Words(
        "Send only what the schema demands, whom to call, and the reason.",
        "Send bare det skjemaet krever, hvem en kan ringe, og grunnen.",
    ),
    editions=BOTH,
    sample=CANCELLED,
    bad=put(
        "//Innleggelsesrapport",
        "<InfoMedisinskDiagnose><MedisinskDiagnose>"
        "<DiagnoseBeskrivelse>Brudd i hoften</DiagnoseBeskrivelse>"
        "</MedisinskDiagnose></InfoMedisinskDiagnose>",
        after="AnsvarForRapport",
    ),
)
def a_cancellation_has_no_clinical_content(message: CareMessage, given: Given) -> Iterator[Breach]:
    """A cancellation carries no clinical content."""
    if not given.cancels:
        return
    for field in _CLINICAL:
        if getattr(message, field, None):
            yield Breach(field)
    if given.all(Cave):
        yield Breach("medisinskfaglige_opplysninger.cave")


_CLINICAL = (
    # not those that may hold the reason in a journal text
    "info_medisinsk_diagnose",
    "legemiddelinfo",
    "info_iplos_relevant_informasjon",
    "info_kartlegging_funksjonsniva",
    "info_kontrolltime",
    "info_reservasjon",
    "opplysninger_om_hjelpemidler",
)


@rule(
    "PLO107",
    "PLO-ST-03",
    source="caremsg, derived from HIS 80704:2009, 14",
    only="sending",
    en="a notice of absence is changed or cancelled",
    nb="en fraværsmelding endres eller kanselleres",
    why=Words(
        "It answers one message, once; receivers do not expect it to be taken back.",
        "Den svarer på én melding, én gang; mottakere venter ikke at den trekkes tilbake.",
    ),
    mend=Words(
        "Send it as new (N), or not at all.",
        "Send den som ny (N), eller ikke i det hele tatt.",
    ),
    sample="fravarsmelding-1.5",
    bad=v("//Forsendelsesstatus", V="C", DN="Kansellering"),
)
def an_absence_is_new(message: MeldingFravar, given: Given) -> Iterator[Breach]:
    """A notice of absence is only ever new."""
    if given.status in ("M", "C"):
        yield Breach("informasjon_om_forsendelsen.forsendelsesstatus")


elsewhere(
    Reason.SHAPE,
    {
        "PLO-ST-02": "The text of the status is judged like every text of a code (COD009).",
        "PLO-ST-11": "All rules about content hold for a change as for a new message.",
    },
)


elsewhere(
    Reason.EXCHANGE,
    {
        "PLO-ST-04": "Only the store knows whether a message is the first of its dialog.",
        "PLO-ST-07": "The first message of the dialog is in the store.",
        "PLO-ST-08": "The message right before is in the store.",
        "PLO-ST-09": "What the references point at is in the store.",
        "PLO-ST-10": "Type and patient of the original are in the store.",
        "PLO-ST-12": "Which messages a change replaces is decided in the store.",
        "PLO-ST-13": "Which messages a cancellation voids is decided in the store.",
        "PLO-ST-14": "That a chain was cancelled before is in the store.",
        "PLO-ST-15": "That an identifier was used before is in the store.",
        "PLO-ST-16": "What came before its original waits in the store.",
        "PLO-ST-19": "The values of the original, which a cancellation repeats where the schema "
        "wants some, are in the store.",
        "PLO-ST-20": "The request that is answered is in the store.",
        "PLO-ST-21": "Which message starts a question is seen beside the dialog.",
        "PLO-ST-22": "When the earlier message was made is in the store.",
        "PLO-ST-23": "The identifier of the transport is in its envelope.",
        "PLO-ST-24": "The tree of a dialog is made of the messages in the store.",
        "PLO-AR-01": "Acknowledgements are made when a message is received.",
        "PLO-AR-02": "Which edition of the acknowledgement is sent is decided when a message "
        "is received.",
        "PLO-AR-03": "The time since a message was sent is known to its sender.",
        "PLO-AR-05": "Optional refusals carry their code in the finding; the receiver decides.",
        "PLO-AR-06": "Duplicates are told from each other by the store.",
        "PLO-AR-07": "The acknowledgement mirrors a message that is not in it.",
        "PLO-AR-08": "Acknowledgements of the notices that the law demands are in the store.",
        "PLO-AR-09": "What becomes of a message after it was accepted is known to the receiver.",
    },
)
