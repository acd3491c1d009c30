"""Which code system each coded field has, and how binding it is: as the published table says."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from caremsg.codec.plan import plan_of
from caremsg.codes import code_systems
from caremsg.declare import declaration
from caremsg.render.reference import classes

Place = tuple[str, str, str]
"""The edition or, for what has none, the prefix; the class; the element: in XML names."""
Bound = dict[Place, set[tuple[int, str]]]

SHARED = {"fk1", "mh"}
"""One class with two homes: the table has a row for each."""
VERSIONS = {"EPJ 2008-02-20": "EPJ 2008", "felleskomponent1": ""}
PROFILE = re.compile(r"(Dialogmelding 1\.[01]) profile")
NOT_XML = {"Tjenestebasert adressering"}
"""Service types in the address register: no element of a message."""
NO_CODES = {
    ("EPJ 2008", "Node", "@m1:basiskomponenttype"): "the schema lists the texts themselves",
    ("EPJ 2008", "Node", "@m1:informasjonskategori"): "the schema lists the texts themselves",
    ("Dialogmelding 1.1", "", "xcal:categories/xcal:text (text value, no S)"): "plain text",
}
"""Rows about what is no coded value."""
HOLDERS = {
    # A row for one place where a class stands. The class has the systems of all its places,
    # and what is narrower at one of them is a rule.
    ("PLO", "AnsvarligRapport"): "HealthcareProfessional",
    ("PLO", "Kontaktperson"): "HealthcareProfessional",
    ("Dialogmelding", "HealthcareProfessional/dia:Ident"): "Ident",
    ("Dialogmelding", "Person/dia:Ident"): "Ident",
}
NARROWER = {
    # Required by the message within, or by a profile; the field itself also has other systems.
    ("MsgHead 1.2", "Document", "Consent", 9064): "required by PLO and patient communication",
    ("", "HealthcareProfessional", "RoleToPatient", 9034): "required by HITS 1174:2017",
    ("Dialogmelding", "RollerRelatertNotat", "RoleToPatient", 9034): "required by HITS 1174:2017",
    ("Dialogmelding", "Foresporsel", "TypeForesp", None): "required by profiles, each its own",
    ("Dialogmelding", "Notat", "TemaKodet", None): "required by profiles, each its own",
    ("Dialogmelding", "Foresporsel", "KodetOpplysning", None): "required by HITS 1217:2018",
    ("MsgHead 1.2", "MsgInfo", "Type", 8279): "the rows of PLO say the same",
    ("", "Ident", "TypeId", None): "dialogues use fewer; LOP (8268) only in official examples",
}
"""Systems whose strength is another one at some places: at most the reason, never the system."""
FURTHER = {
    ("MeldingInnbygger 1.0", "MeldingInnbygger", "DelInnholdMedHelsepersonell", 9246): (
        "named in the schema"
    ),
    ("EPJ 2008", "Journaltekst", "Overskriftskode", 9145, "example"): (
        "official 1.5 examples send it, though it is new in 1.6"
    ),
    ("Dialogmelding 1.0", "Foresporsel", "TypeForesp", 7601): "the same in both editions",
}
"""What is declared and in no row."""


def _published(folder: Path) -> Iterator[tuple[str, str, str, int | None, str, str]]:
    with (folder / "code-bindings.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            number = int(row["code_system"]) if row["code_system"] else None
            yield (
                row["version"],
                row["component"],
                row["element"],
                number,
                row["strength"],
                row["datatype"],
            )
