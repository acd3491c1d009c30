"""Rules about the request that a care message answers (HIS 80704:2014, 5.2.2 and 5.2.3)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import Edit, drop, put, text, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...given import Given
from ...plo.helseopplysninger_ved_soknad import HelseopplysningerVedSoknad
from ...plo.innleggelsesrapport import Innleggelsesrapport
from ...plo.konsultasjon import Konsultasjon
from ...plo.medisinske_opplysninger import OverforingMedisinskeOpplysninger
from ...plo.orientering_om_tjenestetilbud import OrienteringOmTjenestetilbud
from ...plo.parts.care_message import CareMessage
from ...plo.parts.shipment import Foresporsel, InformasjonOmForsendelsen
from ...plo.tverrfaglig_epikrise import TverrfagligEpikrise
from ..reading import NATIONAL, blank, code_in, of_system

SAMPLE = "helseopplysninger-til-lege-1.6"
BOTH = (PLO_1_5, PLO_1_6)
_REQUEST = put(
    "//InformasjonOmForsendelsen",
    "<SvarPaaForesporsel>true</SvarPaaForesporsel><Foresporsel>"
    f"<TypeForesp V='5' S='{NATIONAL}9153' DN='Tilstandsvurdering'/>"
    "</Foresporsel>",
    after="Forsendelsesstatus",
)
_REFERENCE = put(
    "MsgInfo",
    "<ConversationRef><RefToParent>4bd84826-2c82-5d41-816f-c238823fcf42</RefToParent>"
    "<RefToConversation>4bd84826-2c82-5d41-816f-c238823fcf42</RefToConversation>"
    "</ConversationRef>",
    after="MsgId",
)
_CLEAN: tuple[Edit, ...] = ()
ANSWER = (_REQUEST, _REFERENCE)


@rule(
    "PLO130",
    "PLO-FT-01",
    source="HIS 80704:2014, 5.2.2",
    en="it is said to be an answer, and the request is not repeated (Foresporsel)",
    nb="den sies å være et svar, og forespørselen er ikke gjentatt (Foresporsel)",
    why=Words(
        "The reader sees an answer without the question.",
        "Leseren ser et svar uten spørsmålet.",
    ),
    mend=Words(
        "Copy the request into Foresporsel.",
        "Kopier forespørselen inn i Foresporsel.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    good=ANSWER,
    bad=(*ANSWER, drop("//Foresporsel")),
)
def an_answer_has_its_request(sending: InformasjonOmForsendelsen, _: Given) -> Iterator[Breach]:
    """An answer repeats the request."""
    if sending.svar_paa_foresporsel and sending.foresporsel is None:
        yield Breach("foresporsel")


@rule(
    "PLO131",
    "PLO-FT-02",
    source="HIS 80704:2014, 5.2.3 and 4.1.1",
    en="an answer does not refer to the request (ConversationRef)",
    nb="et svar viser ikke til forespørselen (ConversationRef)",
    why=Words(
        "The sender of the request goes on waiting for the answer.",
        "Avsenderen av forespørselen venter fortsatt på svaret.",
    ),
    mend=Words(
        "Refer to the request: `answer_to` makes the reference.",
        "Vis til forespørselen: `answer_to` lager referansen.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    good=ANSWER,
    bad=_REQUEST,
)
def an_answer_refers_to_its_request(
    sending: InformasjonOmForsendelsen, given: Given
) -> Iterator[Breach]:
    """An answer refers to the message with the request."""
    head = given.head
    if sending.svar_paa_foresporsel and head is not None and head.msg_info.conversation_ref is None:
        yield Breach("svar_paa_foresporsel")


@rule(
    "PLO132",
    "PLO-FT-03",
    source="caremsg, derived from HIS 80704:2014, 5.2.2",
    severity=Severity.WARNING,
    en="a request is repeated, and the message is not said to be an answer",
    nb="en forespørsel er gjentatt, og meldingen sies ikke å være et svar",
    why=Words(
        "Receivers that sort by SvarPaaForesporsel do not show it as the answer.",
        "Mottakere som sorterer på SvarPaaForesporsel, viser den ikke som svaret.",
    ),
    mend=Words(
        "Set SvarPaaForesporsel to true.",
        "Sett SvarPaaForesporsel til true.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    good=ANSWER,
    bad=(*ANSWER, text("//SvarPaaForesporsel", "false")),
)
def a_request_is_answered(sending: InformasjonOmForsendelsen, _: Given) -> Iterator[Breach]:
    """A message that repeats a request says that it is an answer."""
    if sending.foresporsel is not None and not sending.svar_paa_foresporsel:
        yield Breach("svar_paa_foresporsel")


@rule(
    "PLO133",
    "PLO-FT-04",
    source="HIS 80704:2014, 5.2.3",
    en="the kind of request is not a code of 9152, 9153 or 9154",
    nb="typen forespørsel er ikke en kode fra 9152, 9153 eller 9154",
    why=Words(
        "Which list it is tells who asked: care service, doctor or hospital.",
        "Hvilken liste det er, forteller hvem som spurte: pleie og omsorg, lege eller sykehus.",
    ),
    mend=Words(
        "Copy TypeForesp from the request as it is.",
        "Kopier TypeForesp fra forespørselen som den er.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    good=ANSWER,
    bad=(*ANSWER, v("//TypeForesp", S=f"{NATIONAL}9065", V="5", DN="Fritekst")),
)
def the_request_is_of_a_known_kind(request: Foresporsel, _: Given) -> Iterator[Breach]:
    """The kind of request is from the list of who asked."""
    kind = request.type_foresp
    if kind.code is not None and not of_system(kind, 9152, 9153, 9154):
        yield Breach("type_foresp")


@rule(
    "PLO134",
    "PLO-FT-05",
    source="HIS 80704:2014, 5.2.3",
    en="a request of another kind does not say what was asked (Sporsmal)",
    nb="en forespørsel av annen type sier ikke hva det ble spurt om (Sporsmal)",
    why=Words(
        "Code 99 means `something else`; only the words tell what.",
        "Kode 99 betyr `noe annet`; bare teksten sier hva.",
    ),
    mend=Words(
        "Copy the question from the request.",
        "Kopier spørsmålet fra forespørselen.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    good=ANSWER,
    bad=(*ANSWER, v("//TypeForesp", V="99", DN="Annen henvendelse")),
)
def an_open_request_has_words(request: Foresporsel, _: Given) -> Iterator[Breach]:
    """A request of kind 99, or without a code, has words."""
    kind = request.type_foresp
    if (code_in(kind, "99") or blank(kind.code)) and blank(request.sporsmal):
        yield Breach("sporsmal")


@rule(
    "PLO135",
    "PLO-FT-06",
    source="HIS 80704:2014, 5.2.3",
    severity=Severity.WARNING,
    only="sending",
    en="the request has {name}, which is not in use",
    nb="forespørselen har {name}, som ikke er i bruk",
    why=Words(
        "Receivers do not look at it.",
        "Mottakere ser ikke på det.",
    ),
    mend=Words(
        "Leave it out.",
        "Utelat det.",
    ),
    editions=BOTH,
    sample=SAMPLE,
    good=ANSWER,
    bad=(
        *ANSWER,
        put("//Foresporsel", "<Begrunnelse>Ny vurdering</Begrunnelse>", after="TypeForesp"),
    ),
)
def nothing_that_is_not_in_use(request: Foresporsel, _: Given) -> Iterator[Breach]:
    """Fields of a request that are not in use are left out."""
    for field, name in _UNUSED.items():
        if getattr(request, field) is not None:
            yield Breach(field, name=name)


_UNUSED = {
    "formal": "Formål",
    "hastegrad": "Hastegrad",
    "fra_dato": "FraDato",
    "til_dato": "TilDato",
    "type_journalinfo": "TypeJournalinfo",
    "begrunnelse": "Begrunnelse",
}


@rule(
    "PLO136",
    "PLO-FT-04",
    source="caremsg, derived from HIS 80704:2014, 5.2.3",
    severity=Severity.WARNING,
    en="the kind of request is not from {list}, the list of those whom this message answers",
    nb="typen forespørsel er ikke fra {list}, listen til dem denne meldingen svarer",
    why=Words(
        "The code means something else in another list, so the wrong question is shown.",
        "Koden betyr noe annet i en annen liste, så feil spørsmål blir vist.",
    ),
    mend=Words(
        "Copy TypeForesp with its S: 9152 is asked by care services, 9153 by the patient's "
        "doctor, 9154 by hospitals.",
        "Kopier TypeForesp med sin S: 9152 brukes av pleie og omsorg, 9153 av fastleger, 9154 "
        "av sykehus.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    good=ANSWER,
    bad=(*ANSWER, v("//TypeForesp", S=f"{NATIONAL}9154", V="1", DN="Helseopplysninger")),
)
def the_request_is_of_who_asked(message: CareMessage, _: Given) -> Iterator[Breach]:
    """The kind of request is from the list of those who get this message type."""
    request, wanted = message.informasjon_om_forsendelsen.foresporsel, _ASKED.get(type(message))
    if request is None or wanted is None or not of_system(request.type_foresp, 9152, 9153, 9154):
        return
    if not of_system(request.type_foresp, wanted):
        yield Breach("informasjon_om_forsendelsen.foresporsel.type_foresp", list=wanted)


_ASKED: dict[type[CareMessage], int] = {
    HelseopplysningerVedSoknad: 9152,
    OverforingMedisinskeOpplysninger: 9152,
    TverrfagligEpikrise: 9152,
    Konsultasjon: 9153,
    OrienteringOmTjenestetilbud: 9153,
    Innleggelsesrapport: 9154,
}


elsewhere(
    Reason.EXCHANGE,
    {
        "PLO-FT-07": "How many requests the message had is seen beside it.",
        "PLO-FT-08": "What was asked is seen beside the message with the request.",
    },
)


elsewhere(
    Reason.HUMAN,
    {
        "PLO-FT-09": "What the patient wants to be passed on is known to whoever asked the "
        "patient.",
    },
)
