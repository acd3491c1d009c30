"""Rules about an acknowledgement as a document: status, reasons, identifiers, roles.

From HIS 80415:2004 (1.0), HIS 80415:2012 (1.1) and HITS 1168:2016.
"""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare.edits import copy, drop, text, v
from caremsg.declare.rules import Breach, rule
from caremsg.findings import Severity, Words

from ...apprec import AppRec, Dept, HCPerson, HCProf, Inst
from ...editions import APPREC_1_0, APPREC_1_1
from ...given import Given
from ..reading import UUID, blank, code_in, of_system

REJECTED, ACCEPTED = "apprec-avvist-1.1", "apprec-ok-1.1"
_VERSIONS = {APPREC_1_0: "1.0 2004-11-21", APPREC_1_1: "v1.1 2012-02-15"}
_REASONS = (8221, 8222, 8223)


@rule(
    "REC001",
    "APP-20",
    source="HIS 80415:2012, 3",
    en="the type of an acknowledgement is APPREC",
    nb="typen til en applikasjonskvittering er APPREC",
    why=Words(
        "Systems tell acknowledgements from messages by the type; one that is taken for a "
        "message would be acknowledged itself.",
        "Systemer skiller kvitteringer fra meldinger på typen; en som tas for en melding, ville "
        "selv blitt kvittert.",
    ),
    mend=Words(
        "Write V=APPREC, DN=Applikasjonskvittering.", "Skriv V=APPREC, DN=Applikasjonskvittering."
    ),
    sample=ACCEPTED,
    bad=v("AppRec/MsgType | MsgType", V="DIALOG_SVAR", DN="Svar på forespørsel"),
)
def is_an_apprec(receipt: AppRec, _: Given) -> Iterator[Breach]:
    """The type of an acknowledgement is APPREC."""
    if not code_in(receipt.msg_type, "APPREC"):
        yield Breach("msg_type")


@rule(
    "REC002",
    "APP-21",
    source="HIS 80415:2004; HIS 80415:2012",
    en="the version of {edition} is written {wanted}",
    nb="versjonen til {edition} skrives {wanted}",
    why=Words(
        "Some receivers choose the edition by this text, which the schema leaves open.",
        "Noen mottakere velger utgave etter denne teksten, som skjemaet lar stå åpen.",
    ),
    mend=Words("Write the text exactly.", "Skriv teksten nøyaktig."),
    sample=ACCEPTED,
    bad=text("MIGversion", "1.1 2012-02-15"),
)
def version_is_that_of_its_edition(receipt: AppRec, _: Given) -> Iterator[Breach]:
    """MIGversion is the text of the edition."""
    wanted = _VERSIONS.get(receipt.edition)
    if wanted is not None and receipt.mig_version.strip() != wanted:
        yield Breach("mig_version", edition=receipt.edition, wanted=wanted)


@rule(
    "REC003",
    "APP-22",
    source="HIS 80415:2012",
    en="the identifier of the acknowledgement is not a UUID, or is that of the message",
    nb="kvitteringens identifikator er ikke en UUID, eller er meldingens",
    why=Words(
        "An acknowledgement is logged and found again by its own identifier.",
        "En kvittering logges og finnes igjen med sin egen identifikator.",
    ),
    mend=Words("Give each acknowledgement a new UUID.", "Gi hver kvittering en ny UUID."),
    sample=ACCEPTED,
    bad=text("AppRec/Id | Id", "42"),
)
def has_an_id_of_its_own(receipt: AppRec, _: Given) -> Iterator[Breach]:
    """An acknowledgement has a UUID of its own."""
    own = receipt.id.strip()
    if not UUID.fullmatch(own) or own.lower() == receipt.original_msg_id.id.strip().lower():
        yield Breach("id")


@rule(
    "REC004",
    "APP-24",
    source="HIS 80415:2012, 3",
    en="a refusal gives at least one reason, and an acceptance none",
    nb="en avvisning oppgir minst én grunn, og en godkjenning ingen",
    why=Words(
        "A refusal without a reason leaves the sender with nothing to mend, and the patient "
        "without the message.",
        "En avvisning uten grunn gir avsenderen ingenting å rette, og pasienten står uten.",
    ),
    mend=Words(
        "Give Error with a code of 8221 for each fault; leave Error out of an acceptance.",
        "Oppgi Error med en kode fra 8221 for hver feil; utelat Error i en godkjenning.",
    ),
    sample=REJECTED,
    bad=drop("Error"),
)
def reasons_fit_the_status(receipt: AppRec, _: Given) -> Iterator[Breach]:
    """Status 1 has no Error, status 2 and 3 have at least one."""
    if code_in(receipt.status, "1") and receipt.error:
        yield Breach("error[0]")
    if code_in(receipt.status, "2", "3") and not receipt.error:
        yield Breach("error")


@rule(
    "REC005",
    "APP-26",
    source="HIS 80415:2012, 3.2 and 6.4",
    en="a reason is a code of {wanted}",
    nb="en grunn er en kode fra {wanted}",
    why=Words(
        "The sender's system acts on the code, and does not know codes of other lists.",
        "Avsenderens system handler etter koden, og kjenner ikke koder fra andre lister.",
    ),
    mend=Words("Choose the code in 8221 that fits best.", "Velg koden i 8221 som passer best."),
    sample=REJECTED,
    bad=v("Error", S="2.16.578.1.12.4.1.1.9034", V="6", DN="Fastlege"),
)
def reasons_are_from_the_list(receipt: AppRec, _: Given) -> Iterator[Breach]:
    """Each Error is from 8221, or from the list that the message itself names."""
    for i, error in enumerate(receipt.error):
        if not of_system(error, *_REASONS):
            yield Breach(f"error[{i}]", wanted=8221)


@rule(
    "REC006",
    "APP-27",
    source="HIS 80415:2012, 3.2",
    en="the same reason is given twice",
    nb="den samme grunnen er oppgitt to ganger",
    why=Words(
        "Several reasons are for several faults; the sender looks for a second one in vain.",
        "Flere grunner er for flere feil; avsenderen leter forgjeves etter en til.",
    ),
    mend=Words("Give each reason once.", "Oppgi hver grunn én gang."),
    sample=REJECTED,
    bad=copy("Error"),
)
def reasons_differ(receipt: AppRec, _: Given) -> Iterator[Breach]:
    """No reason is given twice."""
    seen: set[tuple[str | None, ...]] = set()
    for i, error in enumerate(receipt.error):
        key = (error.system, error.code, error.original_text)
        if key in seen:
            yield Breach(f"error[{i}]")
        seen.add(key)


@rule(
    "REC007",
    "APP-28",
    source="HITS 1168:2016, 7",
    en="a general code says nothing without words of its own (OT)",
    nb="en generell kode sier ingenting uten egen tekst (OT)",
    why=Words(
        "T99, S99 and X99 mean `something else`; only the words tell what.",
        "T99, S99 og X99 betyr `noe annet`; bare teksten sier hva.",
    ),
    mend=Words(
        "Use the code that names the fault; if there is none, say it in OT.",
        "Bruk koden som navngir feilen; finnes den ikke, sies det i OT.",
    ),
    sample=REJECTED,
    bad=v("Error", V="X99", DN="Annen feil", OT=None),
)
def general_reasons_are_explained(receipt: AppRec, _: Given) -> Iterator[Breach]:
    """A general code is explained in OT."""
    for i, error in enumerate(receipt.error):
        if code_in(error, "T99", "S99", "X99") and blank(error.original_text):
            yield Breach(f"error[{i}]")


@rule(
    "REC008",
    "APP-29",
    source="caremsg, derived from HIS 80415:2012, 3.3.4",
    severity=Severity.WARNING,
    en="the words of the reason are long, or have markup in them",
    nb="teksten til grunnen er lang, eller har oppmerking i seg",
    why=Words(
        "They are shown in a list to somebody in a hurry, and should tell of no patient.",
        "Den vises i en liste for en som har det travelt, og bør ikke fortelle om pasienter.",
    ),
    mend=Words("Say in a few words what is wrong.", "Si med få ord hva som er galt."),
    sample=REJECTED,
    bad=v("Error", OT="<b>Legen har sluttet ved kontoret</b>"),
)
def words_are_short(receipt: AppRec, _: Given) -> Iterator[Breach]:
    """The words of a reason are short and plain."""
    for i, error in enumerate(receipt.error):
        words = error.original_text or ""
        if len(words) > 250 or "</" in words:
            yield Breach(f"error[{i}]")


@rule(
    "REC009",
    "APP-38",
    source="HIS 80415:2012",
    en="it is not said what kind of identifier it is (TypeId)",
    nb="det er ikke oppgitt hva slags identifikator det er (TypeId)",
    why=Words(
        "A number alone names nobody: the sender cannot tell who acknowledged.",
        "Et nummer alene peker ikke på noen: avsenderen vet ikke hvem som kvitterte.",
    ),
    mend=Words("Give TypeId, as a rule HER.", "Oppgi TypeId, som regel HER."),
    sample=ACCEPTED,
    bad=drop("//Sender//Inst/TypeId"),
)
def an_id_has_its_kind(party: Inst | Dept | HCPerson | HCProf, _: Given) -> Iterator[Breach]:
    """An identifier says what kind it is."""
    if not blank(party.id) and party.type_id is None:
        yield Breach("type_id")
