"""The labels of what stands in a calendar (xCal), whose names are short and English."""

from __future__ import annotations

from .words import table

__all__ = ["CALENDAR", "CALENDAR_ENGLISH"]

CALENDAR = table("""
    action: Handling
    Alarms: Påminnelser
    altrep: Annen form
    attach: Vedlegg
    attendee: Deltaker
    binary: Innhold
    boolean: Verdi
    byday: Ukedag
    byhour: Time
    byminute: Minutt
    bymonth: Måned
    bymonthday: Dag i måneden
    bysecond: Sekund
    bysetpos: Plass i rekken
    byweekno: Uke
    byyearday: Dag i året
    cal-address: Kalenderadresse
    calscale: Kalendersystem
    categories: Kategorier
    class: Gradering
    cn: Navn
    code: Kode
    comment: Kommentar
    completed: Fullført
    components: Innslag
    Components: Innslag
    contact: Kontakt
    count: Antall
    created: Opprettet
    cutype: Brukertype
    date-time: Tidspunkt
    date: Dato
    daylight: Sommertid
    delegated-from: Overtatt fra
    delegated-to: Overlatt til
    description: Beskrivelse
    dir: Katalog
    dtend: Slutt
    dtstamp: Laget
    dtstart: Start
    due: Frist
    duration: Varighet
    encoding: Koding
    end: Slutt
    exdate: Unntatt dato
    exrule: Regel for unntak
    extdata: Gjelder
    fbtype: Ledig eller opptatt
    fmttype: Filtype
    freebusy: Ledig eller opptatt
    freq: Hyppighet
    geo: Posisjon
    icalendar: Kalender
    integer: Tall
    interval: Intervall
    language: Språk
    last-modified: Sist endret
    latitude: Breddegrad
    location: Sted
    longitude: Lengdegrad
    member: Medlem av
    method: Formål
    organizer: Arrangør
    parameters: Parametere
    partstat: Deltakerstatus
    percent-complete: Prosent fullført
    period: Periode
    priority: Prioritet
    prodid: Programvare
    properties: Egenskaper
    Properties: Egenskaper
    range: Omfang
    rdate: Gjentatt dato
    recur: Gjentakelse
    Recur: Gjentakelse
    recurrence-id: Gjentakelse
    related-to: Hører sammen med
    related: Regnes fra
    reltype: Type forbindelse
    repeat: Gjentakelser
    request-status: Status for forespørselen
    resources: Ressurser
    role: Rolle
    rrule: Regel for gjentakelse
    rsvp: Svar ønskes
    schedule-agent: Innkalles av
    schedule-force-send: Sendes alltid
    schedule-status: Status for innkallingen
    sent-by: Sendt av
    sequence: Endring nummer
    standard: Normaltid
    start: Start
    summary: Tittel
    text: Tekst
    transp: Opptar tid
    trigger: Utløses
    tzid: Tidssone
    tzname: Navn på tidssone
    tzoffsetfrom: Avvik fra UTC før
    tzoffsetto: Avvik fra UTC etter
    tzurl: Tidssonens nettside
    uid: ID
    until: Til og med
    uri: Lenke
    utc-date-time: Tidspunkt (UTC)
    utc-offset: Avvik fra UTC
    valarm: Påminnelse
    vcalendar: Kalender
    version: Versjon
    vevent: Hendelse
    vfreebusy: Ledig eller opptatt
    vjournal: Dagboknotat
    vtimezone: Tidssone
    vtodo: Oppgave
    wkst: Uken begynner
    x-available-at: Tilgjengelig
    x-cancellation-reason: Grunn til avlysning
    x-expected-duration: Forventet varighet
    x-referral-id: Henvisnings-ID
    ZoneRules: Regler for tidssonen
""")
"""A whole name, and its Norwegian label."""

CALENDAR_ENGLISH = table("""
    action: Action
    Alarms: Reminders
    altrep: Other form
    attach: Attachment
    attendee: Attendee
    binary: Content
    boolean: Value
    byday: Day of the week
    byhour: Hour
    byminute: Minute
    bymonth: Month
    bymonthday: Day of the month
    bysecond: Second
    bysetpos: Place in the set
    byweekno: Week
    byyearday: Day of the year
    cal-address: Calendar address
    calscale: Calendar scale
    categories: Categories
    class: Classification
    cn: Name
    code: Code
    comment: Comment
    completed: Completed
    components: Components
    Components: Components
    contact: Contact
    count: Count
    created: Created
    cutype: Kind of user
    date-time: Time
    date: Date
    daylight: Daylight saving time
    delegated-from: Delegated from
    delegated-to: Delegated to
    description: Description
    dir: Directory
    dtend: End
    dtstamp: Stamped
    dtstart: Start
    due: Due
    duration: Duration
    encoding: Encoding
    end: End
    exdate: Exception
    exrule: Rule for exceptions
    extdata: About
    fbtype: Free or busy
    fmttype: Media type
    freebusy: Free or busy
    freq: Frequency
    geo: Position
    icalendar: Calendar
    integer: Number
    interval: Interval
    language: Language
    last-modified: Last modified
    latitude: Latitude
    location: Location
    longitude: Longitude
    member: Member of
    method: Method
    organizer: Organizer
    parameters: Parameters
    partstat: Participation
    percent-complete: Percent complete
    period: Period
    priority: Priority
    prodid: Software
    properties: Properties
    Properties: Properties
    range: Range
    rdate: Recurrence date
    recur: Recurrence
    Recur: Recurrence
    recurrence-id: Recurrence ID
    related-to: Related to
    related: Counted from
    reltype: Kind of relation
    repeat: Repetitions
    request-status: Request status
    resources: Resources
    role: Role
    rrule: Recurrence rule
    rsvp: Reply wanted
    schedule-agent: Scheduled by
    schedule-force-send: Always sent
    schedule-status: Schedule status
    sent-by: Sent by
    sequence: Change number
    standard: Standard time
    start: Start
    summary: Summary
    text: Text
    transp: Takes up time
    trigger: Trigger
    tzid: Time zone
    tzname: Name of time zone
    tzoffsetfrom: Offset from UTC before
    tzoffsetto: Offset from UTC after
    tzurl: Web page of time zone
    uid: ID
    until: Until
    uri: Link
    utc-date-time: Time (UTC)
    utc-offset: Offset from UTC
    valarm: Reminder
    vcalendar: Calendar
    version: Version
    vevent: Event
    vfreebusy: Free or busy
    vjournal: Journal entry
    vtimezone: Time zone
    vtodo: Task
    wkst: Week starts
    x-available-at: Available at
    x-cancellation-reason: Reason for cancellation
    x-expected-duration: Expected duration
    x-referral-id: Referral ID
    ZoneRules: Rules of the time zone
""")
"""A whole name, and its English label."""
