"""Every namespace of the standard, its address in each edition, and the module that declares it.

Small and without classes, so that a document can be recognised before its family is
loaded. Addresses follow the published schemas.
"""

from __future__ import annotations

from caremsg.declare import Namespace

from .editions import (
    APPREC_1_0,
    APPREC_1_1,
    BASE64_1_0,
    DIALOG_1_0,
    DIALOG_1_1,
    EPJ_2008,
    HELSEPERSONELL_2014,
    HELSEPERSONELL_2015,
    ICALENDAR_2_0,
    KRITISK_INFORMASJON_2013,
    LEVERINGSRAPPORT_1_0,
    MELDING_INNBYGGER_1_0,
    MSGHEAD_1_2,
    PASIENT_1_0,
    PASIENT_1_1,
    PASIENT_1_2,
    PASIENTRELASJON_2014,
    PERSONER_2014,
    PLO_1_5,
    PLO_1_6,
    PLO_2_0,
    TJENESTEOVERSIKT_1_0,
    VIDEREFORMIDLING_1_0,
)

__all__ = [
    "AR",
    "B64",
    "DIA",
    "EPJ1",
    "EPJ2",
    "EPJ3",
    "EPJ_S",
    "EPJ_T",
    "FK1",
    "FRA_PASIENT",
    "FRA_PASIENT_1_0",
    "HCP",
    "HCP_2014",
    "KI",
    "KITH",
    "LEVERINGSRAPPORT",
    "MELDING_INNBYGGER",
    "META",
    "MH",
    "P1",
    "P2",
    "P3",
    "P4",
    "P5",
    "P5_SAK",
    "P6",
    "P7",
    "P8",
    "P9",
    "PASIENTRELASJON",
    "PAS_ATTESTBESTILLING",
    "PAS_FORNYELSE_RESEPT",
    "PAS_FORNYET_RESEPT",
    "PAS_INNKALLING",
    "PAS_KANSELLERING",
    "PAS_SVAR_ATTESTBESTILLING",
    "PAS_TIMEBESTILLING",
    "PERSONER",
    "PO",
    "TIL_PASIENT",
    "TIL_PASIENT_1_0",
    "TJ",
    "TK",
    "VIDEREFORMIDLING",
    "XCAL",
]

_KITH = "http://www.kith.no/xmlstds"
_EHELSE = "http://ehelse.no/xmlstds"

# Datatypes and shared components: no edition changes them.
KITH = Namespace("kith", _KITH, home="datatypes")
FK1 = Namespace("fk1", f"{_KITH}/felleskomponent1", home="common")
B64 = Namespace("b64", {BASE64_1_0: f"{_KITH}/base64container"}, home="base64container")

# The envelope and its receipt.
MH = Namespace("mh", {MSGHEAD_1_2: f"{_KITH}/msghead/2006-05-24"}, home="msghead")
AR = Namespace(
    "ar",
    {APPREC_1_0: f"{_KITH}/apprec/2004-11-21", APPREC_1_1: f"{_KITH}/apprec/2012-02-15"},
    home="apprec",
)
DIA = Namespace(
    "dia",
    {DIALOG_1_0: f"{_KITH}/dialog/2006-10-11", DIALOG_1_1: f"{_KITH}/dialog/2013-01-23"},
    home="dialogmelding",
)

# Components of the patient record.
META = Namespace("m1", f"{_KITH}/epj/meta/2008-02-20", home="epj.meta")
EPJ1 = Namespace("epj1", {EPJ_2008: f"{_KITH}/epj/epj1/2008-02-20"}, home="epj.cave")
EPJ2 = Namespace("epj2", {EPJ_2008: f"{_KITH}/epj/epj2/2008-02-20"}, home="epj.journalnotat")
EPJ3 = Namespace("epj3", {EPJ_2008: f"{_KITH}/epj/epj3/2008-02-20"}, home="epj.legemiddel")
EPJ_S = Namespace("epj-s", {EPJ_2008: f"{_KITH}/epj/EPJEkstrakt/2008-02-20"}, home="epj.ekstrakt")
EPJ_T = Namespace(
    "epj-t", {EPJ_2008: f"{_KITH}/epj/EPJTilleggsinfo/2008-02-20"}, home="epj.tilleggsinfo"
)
KI = Namespace(
    "ki",
    {KRITISK_INFORMASJON_2013: f"{_KITH}/eresept/ki/2013-04-25"},
    home="epj.kritisk_informasjon",
)


# Care messages (PLO).
PO = Namespace(
    "po",
    {
        PLO_1_5: f"{_KITH}/po/poKomponent/2009-06-30",
        PLO_1_6: f"{_KITH}/po/poKomponent/2012-04-01",
        PLO_2_0: f"{_EHELSE}/po/poKomponent/2017-11-30",
    },
    home="plo.parts",
)


def _plo(prefix: str, home: str, **names: str) -> Namespace:
    """A message of PLO: its name in the address of each edition."""
    patterns = {
        "v1_5": (PLO_1_5, f"{_KITH}/po/{{}}/2009-06-30"),
        "v1_6": (PLO_1_6, f"{_KITH}/po/{{}}/2012-04-01"),
        "v2_0": (PLO_2_0, f"{_EHELSE}/po/{{}}/2016-05-30"),
    }
    uris = {patterns[key][0]: patterns[key][1].format(name) for key, name in names.items()}
    return Namespace(prefix, uris, home=f"plo.{home}")


P1 = _plo(
    "p1",
    "pasientlogistikk",
    v1_5="Pasientlogistikk",
    v1_6="Pasientlogistikk",
    v2_0="Pasientlogistikk",
)
P2 = _plo("p2", "melding_fravar", v1_5="MeldingFravar")
P3 = _plo(
    "p3",
    "orientering_om_tjenestetilbud",
    v1_5="OrienteringOmTjenestetilbud",
    v1_6="OrienteringOmTjenestetilbud",
)
P4 = _plo(
    "p4",
    "medisinske_opplysninger",
    v1_5="OverforingMedisinskeOpplysninger",
    v1_6="MedisinskeOpplysninger",
)
P5 = _plo(
    "p5",
    "helseopplysninger_ved_soknad",
    v1_5="HelseopplysningerVedSoknad",
    v1_6="HelseopplysningerVedSoknad",
)
P5_SAK = _plo("p5", "helseopplysninger_saksbehandling", v2_0="HelseopplysningerSaksbehandling")
P6 = _plo("p6", "konsultasjon", v1_5="Konsultasjon", v1_6="HelseopplysningerTilLege")
P7 = _plo("p7", "innleggelsesrapport", v1_5="Innleggelsesrapport", v1_6="Innleggelsesrapport")
P8 = _plo("p8", "tverrfaglig_epikrise", v1_5="TverrfagligEpikrise", v1_6="TverrfagligEpikrise")
P9 = _plo("p9", "sammenfatning", v2_0="Sammenfatning")


# Messages between patient and provider.
def _paskomm(name: str, home: str) -> Namespace:
    uri = f"{_KITH}/paskomm/{name}/2007-12-17"
    return Namespace("pas", {PASIENT_1_2: uri}, home=f"pasientkommunikasjon.{home}")


FRA_PASIENT_1_0 = Namespace(
    "pas",
    {PASIENT_1_0: f"{_KITH}/FraPasient/2005-07-11"},
    home="pasientkommunikasjon.melding_fra_pasient_1_0",
)
FRA_PASIENT = Namespace(
    "pas",
    {PASIENT_1_1: f"{_KITH}/FraPasient/2006-10-31"},
    home="pasientkommunikasjon.melding_fra_pasient",
)
TIL_PASIENT_1_0 = Namespace(
    "pas",
    {PASIENT_1_0: f"{_KITH}/TilPasient/2005-07-11"},
    home="pasientkommunikasjon.melding_til_pasient_1_0",
)
TIL_PASIENT = Namespace(
    "pas",
    {PASIENT_1_1: f"{_KITH}/TilPasient/2006-10-31"},
    home="pasientkommunikasjon.melding_til_pasient",
)
TK = Namespace(
    "tk",
    {PASIENT_1_2: f"{_KITH}/paskomm/TjenesteKomponent/2007-12-17"},
    home="pasientkommunikasjon.tjenestekomponent",
)
PAS_ATTESTBESTILLING = _paskomm("Attestbestilling", "attestbestilling")
PAS_SVAR_ATTESTBESTILLING = _paskomm("SvarAttestbestilling", "svar_attestbestilling")
PAS_FORNYELSE_RESEPT = _paskomm("FornyelseResept", "fornyelse_resept")
PAS_FORNYET_RESEPT = _paskomm("FornyetResept", "fornyet_resept")
PAS_INNKALLING = _paskomm("InnkallingKonsultasjon", "innkalling_konsultasjon")
PAS_KANSELLERING = _paskomm("KanselleringKonsultasjon", "kansellering_konsultasjon")
PAS_TIMEBESTILLING = _paskomm("Timebestilling", "timebestilling")

# Helsenorge, and the lists that go with dialogues between citizen and provider.
HCP = Namespace(
    "hcp",
    {HELSEPERSONELL_2015: f"{_KITH}/helsepersonell/2015-05-04"},
    home="helsenorge.helsepersonell",
)
HCP_2014 = Namespace(
    "hcp",
    {HELSEPERSONELL_2014: f"{_KITH}/helsepersonell/2014-03-28"},
    home="helsenorge.helsepersonell_2014",
)
PERSONER = Namespace(
    "pr", {PERSONER_2014: f"{_KITH}/person/2014-03-28"}, home="helsenorge.personer"
)
PASIENTRELASJON = Namespace(
    "pr",
    {PASIENTRELASJON_2014: f"{_KITH}/pasientrelasjon/2014-03-28"},
    home="helsenorge.pasientrelasjon",
)
TJ = Namespace(
    "tj",
    {TJENESTEOVERSIKT_1_0: f"{_EHELSE}/tjenesteoversikt"},
    home="helsenorge.tjeneste_oversikt",
)
MELDING_INNBYGGER = Namespace(
    "mi",
    {MELDING_INNBYGGER_1_0: f"{_EHELSE}/MeldingInnbygger/2018-09-25"},
    home="helsenorge.melding_innbygger",
)
VIDEREFORMIDLING = Namespace(
    "vf",
    {VIDEREFORMIDLING_1_0: f"{_EHELSE}/Videreformidling/2018-09-25"},
    home="helsenorge.videreformidling",
)
LEVERINGSRAPPORT = Namespace(
    "lr",
    {LEVERINGSRAPPORT_1_0: f"{_EHELSE}/leveringsrapport/2018-08-14"},
    home="helsenorge.leveringsrapport",
)
XCAL = Namespace(
    "xcal",
    {ICALENDAR_2_0: "urn:ietf:params:xml:ns:icalendar-2.0"},
    home="helsenorge.icalendar",
)
