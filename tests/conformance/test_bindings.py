"""Every coded field has the code systems of the published table, as binding as there."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from caremsg.codec.plan import plan_of
from caremsg.codes import code_systems
from caremsg.declare import declaration
from caremsg.render.reference import classes

Place = tuple[str, str, str]
"""An edition (or none), a class and an element, all three by the names of the standard."""
Bound = dict[Place, dict[int, set[str]]]
"""For each place its code systems, and how binding each is."""

EDITIONS = {"EPJ 2008-02-20": "EPJ 2008"}
BY_PREFIX = {
    "fk1": "",
    "mh": "MsgHead 1.2",
    "pr": "Pasientrelasjon 2014",
    "": "MeldingInnbygger 1.0",
}
"""The classes of these are of one edition, whatever message they stand in."""
HOLDERS = dict.fromkeys(("AnsvarligRapport", "Kontaktperson"), "HealthcareProfessional")
"""Elements that a row names in place of their class."""
NO_CODED_VALUE = {
    "(service type of a communication party; not an XML element)": "the address register",
    "(virksomhetstype of a unit; not an XML element)": "the address register",
    "epj-s:Node/@m1:basiskomponenttype": "the schema lists the texts themselves",
    "epj-s:Node/@m1:informasjonskategori": "the schema lists the texts themselves",
    "xcal:categories/xcal:text (text value, no S)": "a plain text",
    "ar:Role": "a second declaration of `Role`",
    "pas:RefDoc": "a second declaration of `RefDoc`",
}
"""Rows about other things than coded fields of ours."""

PROFILE = "a profile has one system where the field, which has many profiles, has others too"
COPIED = "made of the same fields as other persons; no document tells of these"
EXPLAINED = {
    "Dialogmelding 1.0 Foresporsel/TypeForesp": (PROFILE, {7601, 7602, 9152, 9153, 9154}),
    "Dialogmelding 1.1 Foresporsel/TypeForesp": (PROFILE, {7601, 7602, 7603, 7605}),
    "Dialogmelding 1.0 Notat/TemaKodet": (PROFILE, {7602, 9155}),
    "Dialogmelding 1.1 Notat/TemaKodet": (PROFILE, {7322, 7602, 7603, 7606, 9148}),
    "Dialogmelding 1.1 Foresporsel/KodetOpplysning": (PROFILE, {1101}),
    "MsgHead 1.2 Document/Consent": ("required when the document is of PLO, for one", {9064}),
    "EPJ 2008 Journaltekst/Overskriftskode": ("new in PLO 1.6, yet sent in 1.5 examples", {9145}),
    "MeldingInnbygger 1.0 MeldingInnbygger/DelInnholdMedHelsepersonell": (
        "named in the schema only",
        {9246},
    ),
    "MsgHead 1.2 Ident/TypeId": ("one class with felleskomponent1, which has it", {8268}),
    "TjenesteOversikt 1.0 HealthcareProfessional/Nationality": (COPIED, {9043}),
    "TjenesteOversikt 1.0 HealthcareProfessional/RoleToPatient": (COPIED, {9034}),
    "TjenesteOversikt 1.0 HealthcareProfessional/Sex": (COPIED, {3101}),
    "TjenesteOversikt 1.0 HealthcareProfessional/TypeHealthcareProfessional": (COPIED, {9060}),
    "TjenesteOversikt 1.0 Person/Nationality": (COPIED, {9043}),
    "TjenesteOversikt 1.0 Person/Sex": (COPIED, {3101}),
}
"""Every difference that is meant to be: the reason, and the systems."""


def test_every_coded_field_is_bound_as_published(standard: Path) -> None:
    own, narrower = _published(standard / "code-bindings.csv")
    declared = _declared()
    found: dict[str, dict[int, str]] = defaultdict(dict)
    for place, number, difference in _differences(own, narrower, declared):
        found[place][number] = difference
    expected = {place: numbers for place, (_, numbers) in EXPLAINED.items()}
    assert {place: set(numbers) for place, numbers in found.items()} == expected, dict(found)


def test_every_system_that_is_bound_is_there() -> None:
    numbers = {system.number for system in code_systems()}
    bound = {number for systems in _declared().values() for number in systems}
    assert len(bound) > 80
    assert bound <= numbers


def _published(file: Path) -> tuple[Bound, Bound]:
    """The rows about fields, and those about one use of a field or about a profile."""
    own: Bound = defaultdict(lambda: defaultdict(set))
    narrower: Bound = defaultdict(lambda: defaultdict(set))
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["element"] in NO_CODED_VALUE:
                continue
            place, is_own = _place(row["version"], row["component"], row["element"])
            there = (own if is_own else narrower)[place]
            if row["code_system"]:
                there[int(row["code_system"])].add(row["strength"])
    return own, narrower


def _place(version: str, component: str, path: str) -> tuple[Place, bool]:
    *_, holder, element = ("", *path.split("/"))[-2:]
    prefix, _, local = element.rpartition(":")
    name = holder.rpartition(":")[2]
    edition = EDITIONS.get(version, version).removesuffix(" profile")
    is_own = component.partition(" ")[0] == component and "profile" not in version
    if prefix in BY_PREFIX:
        is_own = is_own and edition in (BY_PREFIX[prefix], "felleskomponent1")
        edition = BY_PREFIX[prefix]
    return (edition, HOLDERS.get(name, name), local), is_own


def _declared() -> Bound:
    found: Bound = defaultdict(lambda: defaultdict(set))
    for cls in classes():
        for home in declaration(cls).homes:
            for edition in home.editions or (None,):
                if not declaration(cls).exists_in(edition):
                    continue
                for field in plan_of(cls, edition, home.uri(edition)).fields:
                    for binding in field.codes:
                        tag = field.branches[0].tag.rpartition("}")[2]
                        there = found[str(edition or ""), declaration(cls).name, tag]
                        for number in binding.systems:
                            there[number].add(binding.strength.value)
    return found


def _differences(own: Bound, narrower: Bound, declared: Bound) -> Iterator[tuple[str, int, str]]:
    for place in sorted({*own, *narrower, *declared}):
        edition, name, element = place
        here, use, ours = (found.get(place, {}) for found in (own, narrower, declared))
        for number in sorted({*here, *use, *ours}):
            published, declares = (
                here.get(number) or use.get(number, set()),
                ours.get(number, set()),
            )
            if published != declares:
                theirs, mine = " ".join(sorted(published)), " ".join(sorted(declares))
                where = f"{edition} {name}/{element}"
                yield (
                    where,
                    number,
                    f"published {theirs or 'nowhere'}, declared {mine or 'nowhere'}",
                )
