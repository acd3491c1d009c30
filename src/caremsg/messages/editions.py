"""The editions of the standard: each published version of each part of it.

`caremsg messages` lists what each holds.
"""

from __future__ import annotations

from caremsg.declare import Edition

__all__ = [
    "APPREC_1_0",
    "APPREC_1_1",
    "BASE64_1_0",
    "DIALOG_1_0",
    "DIALOG_1_1",
    "EPJ_2008",
    "HELSEPERSONELL_2014",
    "HELSEPERSONELL_2015",
    "ICALENDAR_2_0",
    "KRITISK_INFORMASJON_2013",
    "LEVERINGSRAPPORT_1_0",
    "MELDING_INNBYGGER_1_0",
    "MSGHEAD_1_2",
    "PASIENTRELASJON_2014",
    "PASIENT_1_0",
    "PASIENT_1_1",
    "PASIENT_1_2",
    "PERSONER_2014",
    "PLO_1_5",
    "PLO_1_6",
    "PLO_2_0",
    "TJENESTEOVERSIKT_1_0",
    "VIDEREFORMIDLING_1_0",
]

MSGHEAD_1_2 = Edition("MsgHead", "1.2")
APPREC_1_0 = Edition("AppRec", "1.0")
APPREC_1_1 = Edition("AppRec", "1.1")
DIALOG_1_0 = Edition("Dialogmelding", "1.0")
DIALOG_1_1 = Edition("Dialogmelding", "1.1")
PLO_1_5 = Edition("PLO", "1.5")
PLO_1_6 = Edition("PLO", "1.6")
PLO_2_0 = Edition("PLO", "2.0", experimental=True)
BASE64_1_0 = Edition("Base64Container", "1.0")
EPJ_2008 = Edition("EPJ", "2008")
PASIENT_1_0 = Edition("Pasientkommunikasjon", "1.0")
PASIENT_1_1 = Edition("Pasientkommunikasjon", "1.1")
PASIENT_1_2 = Edition("Pasientkommunikasjon", "1.2")
HELSEPERSONELL_2014 = Edition("Helsepersonell", "2014")
HELSEPERSONELL_2015 = Edition("Helsepersonell", "2015")
PERSONER_2014 = Edition("Personer", "2014")
PASIENTRELASJON_2014 = Edition("Pasientrelasjon", "2014")
TJENESTEOVERSIKT_1_0 = Edition("TjenesteOversikt", "1.0")
KRITISK_INFORMASJON_2013 = Edition("KritiskInformasjon", "2013")
MELDING_INNBYGGER_1_0 = Edition("MeldingInnbygger", "1.0")
VIDEREFORMIDLING_1_0 = Edition("Videreformidling", "1.0")
LEVERINGSRAPPORT_1_0 = Edition("Leveringsrapport", "1.0")
ICALENDAR_2_0 = Edition("iCalendar", "2.0")
