"""What is wrong with the shape of a document."""

from __future__ import annotations

from caremsg.findings import FindingKind, Severity, Words

from .sources import XSD_SPEC, XSD_TYPES

_E, _A = Severity.ERROR, Severity.ADVICE

SCH001 = FindingKind(
    "SCH001",
    _E,
    "no message is declared with the root {tag}; {known}",
    "ingen melding er deklarert med roten {tag}; {known}",
    "caremsg, messages supported",
    Words(
        "Without knowing the message nothing in it can be used safely.",
        "Uten å kjenne meldingen kan ingenting i den brukes trygt.",
    ),
    Words(
        "Compare the root element and its namespace with those that are supported: `caremsg "
        "messages`.",
        "Sammenlign rotelementet og navnerommet med dem som støttes: `caremsg messages`.",
    ),
    refusal="T10",
)
SCH002 = FindingKind(
    "SCH002",
    _E,
    "this looks like another edition of {family}: {uri}; supported: {known}",
    "dette ser ut som en annen utgave av {family}: {uri}; støttet: {known}",
    "caremsg, messages supported",
    Words(
        "Another edition may mean other things by the same names.",
        "En annen utgave kan mene andre ting med de samme navnene.",
    ),
    Words(
        "Send one of the editions that are supported, and spell its namespace exactly.",
        "Send en av utgavene som støttes, og skriv navnerommet nøyaktig.",
    ),
    refusal="T10",
)
SCH003 = FindingKind(
    "SCH003",
    _E,
    "{tag} is a part of a message, not a message of its own",
    "{tag} er en del av en melding, ikke en egen melding",
    "caremsg, messages supported",
    Words(
        "A part of a message says neither who sends it nor about whom it is.",
        "En del av en melding sier verken hvem som sender eller hvem den gjelder.",
    ),
    Words(
        "Put it into the message it belongs to.",
        "Sett den inn i meldingen den hører til.",
    ),
    refusal="T10",
)
SCH004 = FindingKind(
    "SCH004",
    _A,
    "content of a type that is not declared here is kept as it came, and not judged: {tag}",
    "innhold av en type som ikke er deklarert her, er beholdt som det kom, og ikke bedømt: {tag}",
    "HIS 80601:2006, RefDoc",
    Words(
        "It is kept and written back untouched, but no rule looks at it.",
        "Det blir tatt vare på og skrevet tilbake urørt, men ingen regel ser på det.",
    ),
    Words(
        "Nothing has to be done; a receiver should see to it that a person looks at it.",
        "Ingenting må gjøres; en mottaker bør sørge for at et menneske ser på det.",
    ),
)
SCH005 = FindingKind(
    "SCH005",
    _E,
    "this is {found}, not {wanted} as asked for",
    "dette er {found}, ikke {wanted} som det ble spurt etter",
    "caremsg, the caller",
    Words(
        "The program asked for one kind of message and got another.",
        "Programmet ba om én type melding og fikk en annen.",
    ),
    Words(
        "Ask for the right kind, or for none.",
        "Be om riktig type, eller ikke noen bestemt.",
    ),
)
SCH101 = FindingKind(
    "SCH101",
    _E,
    "{missing} is missing; found {found}",
    "{missing} mangler; fant {found}",
    f"{XSD_SPEC}, cvc-complex-type 2.4",
    Words(
        "The schema has it as obligatory, so receivers rely on it.",
        "Skjemaet har det som obligatorisk, så mottakere regner med det.",
    ),
    Words(
        "Give the element that is missing, at the place named.",
        "Oppgi elementet som mangler, på stedet som er nevnt.",
    ),
    refusal="T02",
)
SCH102 = FindingKind(
    "SCH102",
    _E,
    "{tag} is not known here; expected {expected}",
    "{tag} er ikke kjent her; ventet {expected}",
    f"{XSD_SPEC}, cvc-complex-type 2.4",
    Words(
        "What the schema does not know, most receivers drop without a word.",
        "Det skjemaet ikke kjenner, mister de fleste mottakere uten et ord.",
    ),
    Words(
        "Look for a misspelt name, or an element of another edition.",
        "Se etter et feilstavet navn, eller et element fra en annen utgave.",
    ),
    refusal="T02",
)
SCH103 = FindingKind(
    "SCH103",
    _E,
    "{tag} stands in the wrong place; expected {expected}",
    "{tag} står på feil sted; ventet {expected}",
    f"{XSD_SPEC}, cvc-complex-type 2.4",
    Words(
        "The order of elements is a part of the schema; readers that follow it stop here.",
        "Rekkefølgen er en del av skjemaet; lesere som følger den, stopper her.",
    ),
    Words(
        "Move the element to the place the schema has for it.",
        "Flytt elementet dit skjemaet har det.",
    ),
    refusal="T02",
)
SCH104 = FindingKind(
    "SCH104",
    _E,
    "{tag} stands here too many times; at most {limit}",
    "{tag} står her for mange ganger; høyst {limit}",
    f"{XSD_SPEC}, cvc-complex-type 2.4",
    Words(
        "A receiver that has room for one keeps the first or the last, and loses the rest.",
        "En mottaker med plass til én beholder den første eller den siste, og mister resten.",
    ),
    Words(
        "Send no more than the schema allows; put what is left over where it may be repeated.",
        "Send ikke flere enn skjemaet tillater; legg resten der det kan gjentas.",
    ),
    refusal="T02",
)
SCH105 = FindingKind(
    "SCH105",
    _E,
    "{tag} is in the wrong namespace {uri}; expected {expected}",
    "{tag} er i feil navnerom {uri}; ventet {expected}",
    f"{XSD_SPEC}, cvc-complex-type 2.4",
    Words(
        "Names count together with their namespace: in the wrong one it is another element.",
        "Navn gjelder sammen med navnerommet: i feil navnerom er det et annet element.",
    ),
    Words(
        "Use the namespace named here; often a default namespace was declared too far out or in.",
        "Bruk navnerommet som er nevnt; ofte er et standard navnerom deklarert for langt ute "
        "eller inne.",
    ),
    refusal="T02",
)
SCH106 = FindingKind(
    "SCH106",
    _E,
    "{tag} excludes what stands before it: only one of {expected} may be there",
    "{tag} utelukker det som står før: bare én av {expected} kan være der",
    f"{XSD_SPEC}, cvc-complex-type 2.4",
    Words(
        "The schema wants one or the other, and receivers look at one of them only.",
        "Skjemaet vil ha det ene eller det andre, og mottakere ser bare på ett av dem.",
    ),
    Words(
        "Decide for one of them.",
        "Velg ett av dem.",
    ),
    refusal="T02",
)
SCH201 = FindingKind(
    "SCH201",
    _E,
    "the value is not a valid {type}",
    "verdien er ikke en gyldig {type}",
    f"{XSD_TYPES}, 3",
    Words(
        "A value that does not have the form of its type cannot be sorted, compared or shown "
        "safely.",
        "En verdi som ikke har formen til sin type, kan ikke sorteres, sammenlignes eller "
        "vises trygt.",
    ),
    Words(
        "Write it in the form of XML Schema: days as 2026-10-05, numbers with a point, true "
        "or false.",
        "Skriv den på formen til XML Schema: datoer som 2026-10-05, tall med punktum, true "
        "eller false.",
    ),
    refusal="T02",
)
SCH202 = FindingKind(
    "SCH202",
    _E,
    "the value must be `{fixed}`",
    "verdien må være `{fixed}`",
    f"{XSD_SPEC}, cvc-elt 5.2.2",
    Words(
        "The value is fixed by the schema, and tells receivers what they are reading.",
        "Verdien er fastsatt i skjemaet, og forteller mottakere hva de leser.",
    ),
    Words(
        "Write exactly the value named.",
        "Skriv nøyaktig verdien som er nevnt.",
    ),
    refusal="T02",
)
SCH203 = FindingKind(
    "SCH203",
    _E,
    "the value is not one of those allowed: {values}",
    "verdien er ikke en av de tillatte: {values}",
    f"{XSD_TYPES}, 4.3.5",
    Words(
        "The schema itself lists the values; no other one is understood.",
        "Skjemaet lister selv verdiene; ingen andre blir forstått.",
    ),
    Words(
        "Use one of those named.",
        "Bruk en av dem som er nevnt.",
    ),
    refusal="T02",
)
SCH204 = FindingKind(
    "SCH204",
    _E,
    "the value breaks a limit of its type: {limit}",
    "verdien bryter en grense for typen: {limit}",
    f"{XSD_TYPES}, 4.3",
    Words(
        "The schema limits the value; a receiver may cut or refuse it.",
        "Skjemaet begrenser verdien; en mottaker kan kutte eller avvise den.",
    ),
    Words(
        "Keep the value within the limit.",
        "Hold verdien innenfor grensen.",
    ),
    refusal="T02",
)
SCH301 = FindingKind(
    "SCH301",
    _E,
    "the attribute {name} is missing",
    "attributtet {name} mangler",
    f"{XSD_SPEC}, cvc-complex-type 4",
    Words(
        "The schema has the attribute as obligatory.",
        "Skjemaet har attributtet som obligatorisk.",
    ),
    Words(
        "Give the attribute.",
        "Oppgi attributtet.",
    ),
    refusal="T02",
)
SCH302 = FindingKind(
    "SCH302",
    _E,
    "the attribute {name} is not known here; allowed: {expected}",
    "attributtet {name} er ikke kjent her; tillatt: {expected}",
    f"{XSD_SPEC}, cvc-complex-type 3",
    Words(
        "What the schema does not know, most receivers drop without a word.",
        "Det skjemaet ikke kjenner, mister de fleste mottakere uten et ord.",
    ),
    Words(
        "Look for a misspelt name, or take the attribute away.",
        "Se etter et feilstavet navn, eller fjern attributtet.",
    ),
    refusal="T02",
)
SCH401 = FindingKind(
    "SCH401",
    _E,
    "text stands where only elements may",
    "tekst står der bare elementer kan stå",
    f"{XSD_SPEC}, cvc-complex-type 2.3",
    Words(
        "Text between elements is read by nobody, and would be lost.",
        "Tekst mellom elementer leses av ingen, og ville gått tapt.",
    ),
    Words(
        "Put the text into the element that is meant for it.",
        "Legg teksten i elementet som er ment for den.",
    ),
    refusal="T02",
)
SCH402 = FindingKind(
    "SCH402",
    _E,
    "{tag} stands inside {parent}, which holds only a value",
    "{tag} står inne i {parent}, som bare kan ha en verdi",
    f"{XSD_SPEC}, cvc-type 3.1.2",
    Words(
        "The element holds a value and nothing else.",
        "Elementet har en verdi og ikke noe annet.",
    ),
    Words(
        "Take the inner element away, or escape markup that is meant as text.",
        "Fjern det indre elementet, eller kod oppmerking som er ment som tekst.",
    ),
    refusal="T02",
)
SCH403 = FindingKind(
    "SCH403",
    _E,
    "{tag} must be empty",
    "{tag} må være tom",
    f"{XSD_SPEC}, cvc-complex-type 2.1",
    Words(
        "Its value stands in attributes; what is inside would be lost.",
        "Verdien står i attributter; det som er inni, ville gått tapt.",
    ),
    Words(
        "Leave the element empty.",
        "La elementet være tomt.",
    ),
    refusal="T02",
)
