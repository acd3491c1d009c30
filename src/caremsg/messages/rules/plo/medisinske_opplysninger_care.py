"""Rules of medical information: practical matters, people, place (HIS 1147)."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import drop, put, text, v
from caremsg.declare.rules import Breach, Reason, elsewhere, rule
from caremsg.findings import Severity, Words

from ...editions import PLO_1_5, PLO_1_6
from ...given import Given
from ...plo.medisinske_opplysninger import OverforingMedisinskeOpplysninger
from ..msghead.services import DOCTORS, MENTAL, NURSING, party_of
from ..reading import NATIONAL, code_in, of_system
from .headings import has_heading
from .medisinske_opplysninger import APPLICATION, use_of

SAMPLE = "medisinske-opplysninger-1.6"

BOTH = (PLO_1_5, PLO_1_6)

_LISTED = Words(
    "The profile lists it among what is sent when it is relevant; a reader cannot tell "
    "`not relevant` from `forgotten`.",
    "Profilen har det blant det som sendes når det er relevant; en leser kan ikke skille "
    "`ikke relevant` fra `glemt`.",
)

_ASKED = put(
    "//InformasjonOmForsendelsen",
    "<SvarPaaForesporsel>true</SvarPaaForesporsel><Foresporsel>"
    f"<TypeForesp V='2' S='{NATIONAL}9152' DN='IPLOS'/></Foresporsel>",
    after="Forsendelsesstatus",
)


@rule(
    "PLO411",
    "PLO-MO-12",
    source="HIS 1147:2014, 3 and 4.3; HIS 1147:2009, 3",
    en="for an application it is not said whether the patient has applied (SendtDokument, "
    "8329, code 1)",
    nb="til en søknad er det ikke oppgitt om pasienten har søkt (SendtDokument, 8329, kode 1)",
    why=Words(
        "The case worker waits for an application that perhaps never comes.",
        "Saksbehandleren venter på en søknad som kanskje aldri kommer.",
    ),
    mend=Words(
        "Give SendtDokument with code 1 of 8329, true or false.",
        "Oppgi SendtDokument med kode 1 fra 8329, true eller false.",
    ),
    editions=BOTH,
    in_cancellation=False,
    sample=SAMPLE,
    bad=v("//SendtDokument/Opplysning", V="4", DN="Epikrise"),
)
def the_application_is_told(
    message: OverforingMedisinskeOpplysninger, _: Given
) -> Iterator[Breach]:
    """For an application it is told whether the patient has applied."""
    told = any(code_in(one.opplysning, "1") for one in message.sendt_dokument)
    if use_of(message) == APPLICATION and not told:
        yield Breach("sendt_dokument")


@rule(
    "PLO412",
    "PLO-MO-13",
    source="HIS 1147:2014, 3 and 4.3",
    listed=True,
    en="there is no text about practical matters (heading 9141, 14)",
    nb="det er ingen tekst om praktiske forhold (overskrift 9141, 14)",
    why=_LISTED,
    mend=Words(
        "Write a Journaltekst with Overskriftskode 14 of 9141.",
        "Skriv en Journaltekst med Overskriftskode 14 fra 9141.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=v("//Overskriftskode[@V='14']", V="88", DN="Annet"),
)
def practical_information(
    message: OverforingMedisinskeOpplysninger, given: Given
) -> Iterator[Breach]:
    """There is a text about practical matters."""
    if not has_heading(given, 9141, "14"):
        yield Breach()


@rule(
    "PLO413",
    "PLO-MO-14",
    source="HIS 1147:2014, 3 and 4.3",
    listed=True,
    en="it is not said whether the patient lives alone (BorAlene)",
    nb="det er ikke oppgitt om pasienten bor alene (BorAlene)",
    why=_LISTED,
    mend=Words(
        "Give BorAlene as true or false.",
        "Oppgi BorAlene som true eller false.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//BorAlene"),
)
def lives_alone(message: OverforingMedisinskeOpplysninger, _: Given) -> Iterator[Breach]:
    """It is told whether the patient lives alone."""
    about = message.tilleggsopplysning_pasient
    if about is None or about.bor_alene is None:
        yield Breach("tilleggsopplysning_pasient.bor_alene")


@rule(
    "PLO414",
    "PLO-MO-15",
    source="HIS 1147:2014, 3",
    listed=True,
    en="no next of kin is given (ParorendeForesatt)",
    nb="ingen pårørende er oppgitt (ParorendeForesatt)",
    why=_LISTED,
    mend=Words(
        "Give at least one, with a telephone number.",
        "Oppgi minst én, med telefonnummer.",
    ),
    editions=(PLO_1_6,),
    in_cancellation=False,
    sample=SAMPLE,
    bad=drop("//ParorendeForesatt"),
)
def next_of_kin(message: OverforingMedisinskeOpplysninger, _: Given) -> Iterator[Breach]:
    """Next of kin is given."""
    if not message.parorende_foresatt:
        yield Breach("parorende_foresatt")


@rule(
    "PLO415",
    "PLO-MO-19",
    source="HIS 80704:2009, notes of change, 12.1",
    severity=Severity.WARNING,
    en="a request for diagnosis codes is answered without them (InfoIPLOSrelevantInformasjon)",
    nb="en forespørsel om diagnosekoder er besvart uten dem (InfoIPLOSrelevantInformasjon)",
    why=Words(
        "The municipality needs them for the register of care services.",
        "Kommunen trenger dem til registeret for omsorgstjenester.",
    ),
    mend=Words(
        "Give InfoIPLOSrelevantInformasjon.",
        "Oppgi InfoIPLOSrelevantInformasjon.",
    ),
    editions=(PLO_1_5,),
    in_cancellation=False,
    sample="medisinske-opplysninger-1.5",
    bad=_ASKED,
)
def codes_for_the_register(message: OverforingMedisinskeOpplysninger, _: Given) -> Iterator[Breach]:
    """A request for diagnosis codes is answered with them."""
    asked = message.informasjon_om_forsendelsen.foresporsel
    kind = asked.type_foresp if asked is not None else None
    wanted = of_system(kind, 9152) and code_in(kind, "2")
    if wanted and message.info_iplos_relevant_informasjon is None:
        yield Breach("info_iplos_relevant_informasjon")


@rule(
    "PLO416",
    "PLO-MO-02",
    source="HIS 1147:2009, 3; HISD 80806:2012, 7.1",
    severity=Severity.WARNING,
    only="sending",
    en="information for an application is not addressed to case handling",
    nb="opplysninger til en søknad er ikke adressert til saksbehandling",
    why=Words(
        "Whoever decides about services waits for it, and it lies with those who give them.",
        "Den som avgjør om tjenester gis, venter på det, og det ligger hos dem som gir dem.",
    ),
    mend=Words(
        "Address the service for case handling, or choose another TypeInnhold.",
        "Adresser tjenesten for saksbehandling, eller velg en annen TypeInnhold.",
    ),
    editions=BOTH,
    sample=SAMPLE,
    bad=text("//Receiver/Organisation/Organisation/OrganisationName", "Sykepleietjeneste"),
)
def applications_go_to_case_handling(
    message: OverforingMedisinskeOpplysninger, given: Given
) -> Iterator[Breach]:
    """Information for an application goes to case handling."""
    if given.head is None or use_of(message) != APPLICATION:
        return
    if party_of(given.head.msg_info.receiver.organisation) in (NURSING, MENTAL, DOCTORS):
        yield Breach("type_innhold_i_melding")


elsewhere(
    Reason.SHAPE,
    {
        "PLO-MO-17": "PLO 1.5 has no field for it.",
        "PLO-MO-18": "The fields are there, and may be left out.",
        "PLO-MO-21": "The namespace of each edition is declared (SCH001, SCH105).",
    },
)


elsewhere(
    Reason.EXCHANGE,
    {
        "PLO-MO-20": "The message it answers is in the store.",
    },
)
