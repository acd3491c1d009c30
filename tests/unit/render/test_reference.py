"""What the reference pages and the command line say of the declarations."""

import pytest

from caremsg.messages.common import Ident
from caremsg.messages.dialogmelding import Foresporsel, HealthcareProfessional
from caremsg.messages.editions import DIALOG_1_0, DIALOG_1_1
from caremsg.messages.plo.pasientlogistikk import Pasientlogistikk, PasientlogistikkV2
from caremsg.render.reference import classes, describe, meaning, roots


def test_a_root_has_all_its_editions():
    """Two classes of one element are one message."""
    (found,) = [root for root in roots() if root.xml_name == "Pasientlogistikk"]
    assert found.classes == (Pasientlogistikk, PasientlogistikkV2)
    assert [str(edition) for edition, _ in found.editions] == ["PLO 1.5", "PLO 1.6", "PLO 2.0"]


@pytest.mark.parametrize(
    "field, counts",
    [
        ("type_foresp", {DIALOG_1_0: "1..1", DIALOG_1_1: "1..1"}),
        ("emne_sporsmal", {DIALOG_1_1: "0..1"}),
        ("type_journalinfo", {DIALOG_1_0: "0..1", DIALOG_1_1: "0..*"}),
    ],
)
def test_how_many_there_may_be(field, counts):
    """Each edition has its own cardinality, or does not have the field."""
    found = {entry.name: entry for entry in describe(Foresporsel).fields}
    assert found[field].counts == counts


def test_a_type_that_changed_shows_both():
    """The question was text, and became open content."""
    found = {entry.name: entry for entry in describe(Foresporsel).fields}
    assert [entry.name for entry in found["sporsmal"].types] == ["string", "open content"]


@pytest.mark.parametrize(
    "cls, field, text",
    [
        (Ident, None, "An identifier of a person or a unit."),
        (Ident, "id", "The identifier itself."),
        (HealthcareProfessional, "role_to_patient", "The role for this patient."),
        (HealthcareProfessional, "family_name", ""),
    ],
)
def test_meanings_come_from_docstrings(cls, field, text):
    """Also those of a field that was declared in a base class."""
    assert meaning(cls, field) == text


@pytest.mark.parametrize("cls", classes(), ids=lambda cls: f"{cls.__module__}.{cls.__name__}")
def test_every_class_has_a_meaning(cls):
    """An outsider can read the reference without the standard."""
    assert describe(cls).meaning.endswith((".", "?"))


def test_a_component_is_found_by_the_field_that_holds_it():
    """Without a docstring of its own, a field has that of its class."""
    found = {entry.name: entry for entry in describe(Pasientlogistikk).fields}
    assert (
        found["parorende_foresatt"].meaning
        == "A relative, or whoever is responsible for the patient."
    )
