"""The declarations say what the published schemas say, and all that these say.

A default value of a schema (that of `MIGversion` in a receipt) is not compared: it adds to
what an empty element means, and takes nothing from what is allowed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest

from caremsg.codec.plan import Open, Plan, Simple, plan_of
from caremsg.declare import Facets
from caremsg.messages import base64container, dialogmelding, msghead
from caremsg.messages.editions import DIALOG_1_1, EPJ_2008
from caremsg.messages.epj import cave, ekstrakt, legemiddel
from caremsg.messages.helsenorge import melding_innbygger
from tests.conformance.agreement import ONLY_TYPES, Walk, addresses, declared, plans, walk
from tests.conformance.published import LEFT_OUT, published
from tests.conformance.shapes import Complex

KITH = "{http://www.kith.no/xmlstds}"
FROM_1_0, TO_1_0, FROM_1_1 = (
    f"{{http://www.kith.no/xmlstds/{name}}}"
    for name in ("FraPasient/2005-07-11", "TilPasient/2005-07-11", "FraPasient/2006-10-31")
)

NOT_USED = {
    # datatypes that no message has
    *(KITH + name for name in ("BL", "ED", "MO", "REAL", "REF", "RTO", "TN", "base")),
    FROM_1_0 + "URL",  # the type that is used instead is called url, and is empty
    TO_1_0 + "URL",
    FROM_1_1 + "Address",  # a copy; the shared one is used instead
}
"""Global elements and types that are published, and are not declared."""

XCAL = "{urn:ietf:params:xml:ns:icalendar-2.0}"
NO_CLASS = {
    # heads of substitution groups: no document has them, unless it names a type of its own
    *(XCAL + name for name in ("baseProperty", "baseParameter", "baseComponent")),
    XCAL + "vcalendarContainedComponent",
    # values, which stand inside properties
    *(XCAL + name for name in ("binary", "boolean", "cal-address", "count", "date", "date-time")),
    *(XCAL + name for name in ("float", "integer", "latitude", "longitude", "text", "time")),
    *(XCAL + name for name in ("uri", "utc-date-time", "utc-offset")),
}
"""Global elements of a calendar that are no class."""
NO_FIELD = {XCAL + "TzidPropType"}
"""Types of a calendar that no element has."""


@pytest.fixture(scope="module")
def walked(standard: Path) -> Walk:
    """Everything, compared."""
    return walk(published(standard))


@pytest.mark.parametrize("uri", addresses())
def test_a_namespace_says_the_same_as_its_schema(uri: str, walked: Walk) -> None:
    """Nothing below a global element is declared otherwise than it is published."""
    assert walked.found.get(uri, []) == []


def test_every_published_namespace_is_declared(walked: Walk) -> None:
    """The declared namespaces are those of the schemas, except the ones left out."""
    assert addresses().keys() == walked.schemas.files.keys()
    assert not addresses().keys() & LEFT_OUT.keys()


def test_every_global_element_is_declared(walked: Walk) -> None:
    """A global element of a schema is an element class, or stands in a list with its reason."""
    missing = {
        name
        for name in walked.schemas.parts["element"]
        if not plans(*name[1:].split("}")) and name not in NOT_USED | NO_CLASS
    }
    assert missing == set(ONLY_TYPES)


@pytest.mark.parametrize("name", ONLY_TYPES)
def test_an_element_declared_as_a_type_has_been_compared(name: str, walked: Walk) -> None:
    """What is declared as a type only has the fields of the published element."""
    kind = walked.schemas.kind(walked.schemas.of("element", name))
    assert isinstance(kind, Complex)
    assert kind.source in walked.nodes


def test_every_published_type_is_declared(walked: Walk) -> None:
    """A named type of a schema is that of some field, or stands in a list with its reason."""
    types = walked.schemas.parts["complexType"]
    known = walked.nodes | walked.schemas.bases
    found = {name for name, node in types.items() if node not in known}
    assert found == (NOT_USED - {f"{KITH}REF"}) | NO_FIELD


def test_every_declared_class_is_published(walked: Walk) -> None:
    """No class is declared in a namespace and edition where the schema does not have it."""
    assert set(declared()) == walked.places


def _attribute(plan: Plan, name: str, **changes: Any) -> Plan:
    made = (attrs.evolve(a, **changes) if a.name == name else a for a in plan.attributes)
    return attrs.evolve(plan, attributes=tuple(made))


def _field(plan: Plan, name: str, **changes: Any) -> Plan:
    fields = (attrs.evolve(f, **changes) if f.name == name else f for f in plan.fields)
    return attrs.evolve(plan, fields=tuple(fields))


def _branch(plan: Plan, name: str, **changes: Any) -> Plan:
    (field,) = (f for f in plan.fields if f.name == name)
    first, *rest = field.branches
    return _field(plan, name, branches=(attrs.evolve(first, **changes), *rest))


HEAD = plan_of(msghead.MsgHead)
INFO = plan_of(msghead.MsgInfo)
REF = plan_of(msghead.RefDoc)
WHO = plan_of(msghead.Organisation)
DIALOG = plan_of(dialogmelding.Dialogmelding, DIALOG_1_1)
CITIZEN = plan_of(melding_innbygger.MeldingInnbygger)
CAVE = plan_of(cave.Cave, EPJ_2008)
NODE = plan_of(ekstrakt.Node)
GIVEN = plan_of(legemiddel.LegemidlerAdministrertVedOverforing, EPJ_2008)
FILE = plan_of(base64container.Base64Container)

TAMPERED = {
    "a field is gone": attrs.evolve(INFO, fields=INFO.fields[:-1]),
    "another order": attrs.evolve(INFO, fields=INFO.fields[::-1]),
    "optional": _field(INFO, "msg_id", min=0),
    "required": _field(INFO, "patient", min=1),
    "only one": _field(INFO, "other_receiver", max=1),
    "another name": _branch(INFO, "msg_id", tag="{http://www.kith.no/xmlstds/msghead}MsgId"),
    "another text": _branch(INFO, "msg_id", type=Simple("token", str)),
    "limits": _branch(INFO, "msg_id", type=Simple("string", str, Facets(pattern="[0-9]+"))),
    "free": _branch(INFO, "mig_version", type=Simple("string", str)),
    "a code for a text": _branch(INFO, "msg_id", type=INFO.fields[0].branches[0].type),
    "open": _branch(INFO, "gen_date", type=Open()),
    "not open": _branch(HEAD, "signature", type=Simple("string", str)),
    "a branch is gone": _field(HEAD, "innhold", branches=HEAD.fields[1].branches[:1]),
    "mixed": _field(HEAD, "innhold", run=False),
    "not mixed": _field(GIVEN, "innhold", run=True),
    "no run": _field(DIALOG, "innhold", max=1, run=False),
    "no choice": _field(REF, "content", group=None),
    "a required choice": _field(
        _field(REF, "content", group_required=True), "file_reference", group_required=True
    ),
    "not empty": attrs.evolve(WHO, may_be_empty=False),
    "no limit": _branch(CITIZEN, "emne", type=Simple("string", str, Facets(min_length=1))),
    "an attribute is gone": attrs.evolve(CAVE, attributes=CAVE.attributes[1:]),
    "an optional attribute": _attribute(CAVE, "komponenttype", required=False),
    "another attribute": _attribute(CAVE, "komponenttype", tag="komponenttype"),
    "another fixed value": _attribute(
        CAVE, "komponenttype", type=Simple("string", str, fixed="2.16.578")
    ),
    "fewer values": _attribute(
        NODE, "basiskomponenttype", type=Simple("string", str, Facets(values=("Mappe",)))
    ),
    "no text": attrs.evolve(FILE, text=None),
}
"""Plans with one fault each."""


@pytest.mark.parametrize("fault", TAMPERED)
def test_a_fault_is_found(fault: str, walked: Walk) -> None:
    """The comparison can fail: a plan with one fault contradicts the schema."""
    plan = TAMPERED[fault]
    kind = walked.schemas.kind(walked.schemas.of("element", plan.tag))
    assert isinstance(kind, Complex)
    sound = plan_of(plan.cls, plan.edition, plan.uri)
    assert list(Walk(walked.schemas).compare(kind.source, sound, "sound")) == []
    assert list(Walk(walked.schemas).compare(kind.source, plan, fault)) != []


def test_a_fault_below_is_found(walked: Walk) -> None:
    """The comparison goes down: a fault of a class is found from the class that holds it."""
    wrong = _branch(HEAD, "msg_info", type=HEAD.fields[1].branches[0].type)
    head = walked.schemas.kind(walked.schemas.of("element", HEAD.tag))
    assert isinstance(head, Complex)
    found = list(Walk(walked.schemas).compare(head.source, wrong, "MsgHead"))
    assert found
    assert all(text.startswith("MsgHead/MsgInfo: ") for text in found)
