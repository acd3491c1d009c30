"""The declarations say what the published schemas say, and all that these say.

A default value of the schema (that of `MIGversion` in a receipt) is not compared: it adds to
what an empty element means, and takes nothing from what is allowed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest

from caremsg.codec.plan import Open, Plan, plan_of
from caremsg.declare import Facets, namespace_of
from caremsg.messages import apprec, common, dialogmelding, msghead
from caremsg.messages.epj import cave
from caremsg.messages.helsenorge import leveringsrapport, videreformidling
from caremsg.messages.namespaces import APPREC_1_1, DIALOG_1_1
from caremsg.messages.plo.parts import ParorendeForesatt
from tests.conformance.agreement import Walk, addresses, declared, plans, walk
from tests.conformance.published import LEFT_OUT, published
from tests.conformance.shapes import Complex


_SHARED = (
    "BeskrivelseLegemiddel HealthcareProfessional Organisation Patient Person "
    "RepresentantPasient TilleggsopplRekvisisjon"
)

ONLY_TYPES = {
    "a datatype, in an element of its own": ["apprec/2004-11-21 Role"],
    "the same fields as the shared type": ["msghead/2006-05-24 HealthcareProfessional Person"],
    "shared by the messages of patient and provider": [
        "FraPasient/2005-07-11 Ident TeleCom",
        "TilPasient/2005-07-11 Ident TeleCom",
        *(f"{name} {_SHARED}" for name in _PATIENT),
        "FraPasient/2006-10-31 OnsketTid",
        "paskomm/TjenesteKomponent/2007-12-17 BeskrivelseLegemiddel OnsketTid",
    ],
}
"""Global elements that are declared as types only, because no document begins with them."""

NOT_USED = {
    "datatypes that no element has": [
        "element  REF",
        "complexType  BL ED MO REAL RTO TN base",
        "complexType FraPasient/2005-07-11 URL",
        "complexType TilPasient/2005-07-11 URL",
    ],
}
"""What is published and not declared."""


def _names(table: dict[str, list[str]], kind: str = "") -> set[str]:
    lines = [line.removeprefix(kind).lstrip() for lines in table.values() for line in lines
             if line.startswith(kind)]
    return set()


@pytest.fixture(scope="module")
def walked(standard: Path) -> Walk:
    """Everything compared."""
    return walk(standard)


@pytest.mark.parametrize("uri", addresses())
def test_a_namespace_says_the_same_as_its_schema(uri: str, walked: Walk) -> None:
    """No element, type or attribute of a namespace is declared otherwise than it is published."""
    assert walked.found.get(uri, []) == []
