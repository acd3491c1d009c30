"""Code systems: found by number, OID or name, and asked about codes."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys

import pytest

from caremsg.codes import Code, CodeSystem, Verdict, code_system, code_systems
from caremsg.messages.datatypes import CS, CV

OID = "2.16.578.1.12.4.1.1.9121"
OWN = CodeSystem(
    oid="2.16.578.1.12.4.1.1.99999",
    name="Prøveliste",
    name_en=None,
    date="2026-01-01",
    complete=False,
    codes={
        "A": Code("A", "Første", other_displays=("Den første", "[Gruppe:] Nummer én")),
        "B": Code("B", "Andre", retired=True, instead="99999/A"),
        "C": Code("C", "Takst XX kan ikke brukes med takst XX"),
        "1": Code("1", "mg/ml", earlier="mikrog"),
    },
)


@pytest.mark.parametrize(
    "which",
    [
        9121,
        "9121",
        OID,
        "Hendelseskode for logistikkopplysninger",
        " hendelseskode  FOR logistikkopplysninger",
        "Event code for logistics information",
    ],
)
def test_a_system_is_found_by_number_oid_and_name(which: int | str) -> None:
    found = code_system(which)
    assert (found.number, found.oid) == (9121, OID)
    assert found is code_system(9121)


@pytest.mark.parametrize(
    "which, hint",
    [
        (9122, "9121|9132|9142|9152"),
        ("hendelseskode", "9121"),
        ("kjøn", "3101 Kjønn"),
        ("Samtykk", "3109 Samtykke"),
        ("2.16.578.1.12.4.1.1.09121", "9121"),
        ("9" * 5000, ""),
        ("", ""),
    ],
)
def test_who_asks_for_a_system_that_is_not_there_is_told_what_is_near(
    which: int | str, hint: str
) -> None:
    with pytest.raises(LookupError, match="no code systems are called") as caught:
        code_system(which)
    assert re.search(hint, str(caught.value))


def test_a_name_that_two_systems_have_is_refused_unless_one_replaced_the_other() -> None:
    with pytest.raises(LookupError, match=r"several.*3107.*9064"):
        code_system("Status for innhenting av pasientens samtykke")
    assert code_system("Prosesstatus").number == 8113


def test_all_systems_are_listed_in_order_and_have_what_a_list_needs() -> None:
    found = code_systems()
    numbers = [system.number for system in found]
    assert numbers == sorted(set(numbers), key=lambda n: n or 0)
    assert len(found) == 166
    for system in found:
        assert system.name
        assert system.name_en
        assert re.fullmatch(r"(19|20)\d\d(-\d\d){0,2}", system.date)
        assert all(key == code.code for key, code in system.codes.items())
        assert not (system.external and system.complete)
    assert sum(map(len, found)) > 3000


def test_a_system_is_iterated_and_asked_like_a_mapping() -> None:
    events = code_system(9121)
    assert [code.code for code in events] == ["1", "2", "3", "4", "5", "13"]
    assert len(events) == 6
    assert "3" in events
    assert "7" not in events
    assert events["3"].display_en == "Patient ready for discharge"
    assert events.get("7") is None
    assert events.get(None) is None
    assert bool(code_system(7170))
    assert len(code_system(7170)) == 0


def test_a_code_that_is_not_there_is_told_with_what_is_near_and_not_repeated() -> None:
    with pytest.raises(LookupError, match="perhaps '5'") as caught:
        code_system(9121)["15"]
    assert "15" not in str(caught.value)
    with pytest.raises(LookupError, match=r"perhaps '3' \(Pasient utskrivningsklar\)"):
        code_system(9121)["pasient utskrivningsklar."]


@pytest.mark.parametrize(
    "system, code, verdict",
    [
        (9121, "3", Verdict.KNOWN),
        (9121, "7", Verdict.UNKNOWN),
        (9121, "", Verdict.UNKNOWN),
        (9121, " 3", Verdict.UNKNOWN),
        (9141, "11", Verdict.RETIRED),
        (8279, "INNLEGGELSESRAPPORT", Verdict.KNOWN),
        (8279, "PASIENTLOGISTIKK", Verdict.RETIRED),
        (8279, "SAMMENFATNING", Verdict.NOT_LISTED),
        (8151, "091203", Verdict.NOT_LISTED),
        (9246, "6", Verdict.KNOWN),
        (9246, "12", Verdict.NOT_LISTED),
    ],
)
def test_known_retired_unknown_and_not_listed_are_four_verdicts(
    system: int, code: str, verdict: Verdict
) -> None:
    assert code_system(system).verdict(code) is verdict
    assert (code in code_system(system)) is (verdict in (Verdict.KNOWN, Verdict.RETIRED))


@pytest.mark.parametrize(
    "system, right, wrong",
    [
        (3402, "0301|5001", "301|O301|03011"),
        (7110, "I50|I50.0|I500|S72.01|U071", "50|i50|I5|I50.|I50.0123|I٥٠"),
        (7120, "250|250.0|E880|V10|V10.4", "25|A250|25O"),
        (7130, "1400", "140|14000|140A"),
        (7140, "2102", "210|"),
        (7150, "00132", "0132|001320"),
        (7160, "K77", "K7|K777|77"),
        (7170, "K78|A01", "k78|K78 |K٧٨|K78\n"),
        (7171, "K78|K78.0001|K780001", "K78.001|K78."),
        (7180, "B|B01|B01A|B01AA|B01AA03", "B0|B01AA3|b01aa03|1B01AA03|B01AA03\n"),
        (7250, "b1|d4500|s730.2|e110+3", "b|d45000000|x450|4500"),
        (9077, "C01AA05", "C01A A"),
    ],
)
def test_codes_of_external_systems_are_judged_by_their_form(
    system: int, right: str, wrong: str
) -> None:
    found = code_system(system)
    assert found.external
    for code in right.split("|"):
        assert found.verdict(code) is Verdict.KNOWN, code
        assert code in found
    for code in wrong.split("|"):
        assert found.verdict(code) is Verdict.UNKNOWN, code
        assert code not in found


@pytest.mark.parametrize(
    "code, text, agrees",
    [
        ("A", "Første", True),
        ("A", "  FØRSTE ", True),
        ("A", "den\n første", True),
        ("A", "Fo\u0308rste", False),
        ("A", "Nummer e\u0301n", True),
        ("A", "[Gruppe:] nummer én", True),
        ("A", "Andre", False),
        ("A", "", False),
        ("B", "Andre", True),
        ("C", "Takst 2ad kan ikke brukes med takst 3", True),
        ("C", "Takst kan ikke brukes", False),
        ("1", "mikrog", True),
        ("Q", "whatever", True),
    ],
)
def test_a_text_agrees_when_it_was_ever_that_of_the_code(
    code: str, text: str, *, agrees: bool
) -> None:
    assert OWN.agrees(code, text) is agrees


def test_dashes_and_older_texts_agree() -> None:
    events = code_system(8279)
    assert events.agrees(
        "DIALOG_INNBYGGER_TIMERESERVASJON", "Dialog med innbygger – timereservasjon"
    )
    assert code_system(8408).agrees("1", "Vanlig bosted, arbeidssted m.v.")
    assert not code_system(9121).agrees("1", "Pasient utskrevet")


def test_values_are_built_with_display_and_oid() -> None:
    events = code_system(9121)
    assert events.cv("3") == CV(code="3", system=OID, display="Pasient utskrivningsklar")
    assert events.cs("3") == CS(code="3", display="Pasient utskrivningsklar")
    assert events.cv("3", "Klar", original_text="mine ord") == CV(
        code="3", system=OID, display="Klar", original_text="mine ord"
    )
    assert code_system(7170).cv("K78") == CV(code="K78", system=OID[:-4] + "7170")
    assert code_system(7170).cs("K78", "Atrieflimmer/flutter").display == "Atrieflimmer/flutter"
    assert code_system(8279).cs("SAMMENFATNING", "Sammenfatning").code == "SAMMENFATNING"


@pytest.mark.parametrize(
    "system, code, told",
    [
        (9121, "7", "9121 Hendelseskode for logistikkopplysninger lists no such code"),
        (7170, "78", "7170 Diagnoser i henhold til ICPC-2 lists no such code"),
        (8279, "SAMMENFATNING", "lists no such code"),
        (9141, "11", "9141 .* retired; write 9142/AAI instead"),
        (9034, "1", "retired$"),
    ],
)
def test_no_value_is_built_of_an_unknown_or_retired_code(system: int, code: str, told: str) -> None:
    for build in (code_system(system).cv, code_system(system).cs):
        with pytest.raises(LookupError, match=told):
            build(code)


def test_a_retired_code_can_be_asked_for() -> None:
    assert code_system(9141).cv("11", retired=True).display == "Innleggelsesårsak"
    assert code_system(9141).cs("11", retired=True).code == "11"


def test_a_system_can_be_compared_hashed_and_sent_to_another_process() -> None:
    found = code_system(7170)
    assert "K78" in found  # compiles the pattern
    copy = pickle.loads(pickle.dumps(found))
    assert copy == found
    assert hash(copy) == hash(found)
    assert "K78" in copy
    assert repr(OWN) == "<CodeSystem 99999 Prøveliste: 4 codes>"


def test_a_system_of_ones_own_needs_no_number() -> None:
    local = CodeSystem("1.2.3", "Lokal", None, "", True, {})
    assert local.number is None
    assert str(local) == "1.2.3 Lokal"


LAZY = """
import sys
import caremsg, caremsg.messages.plo.innleggelsesrapport
from caremsg.codec.plan import plan_of
assert "caremsg.codes.standard" not in sys.modules or not sys.modules[
    "caremsg.codes.standard"].load.cache_info().currsize
import caremsg.codes
from caremsg.codes.standard import load, numbers
assert load.cache_info().currsize == numbers.cache_info().currsize == 0
caremsg.codes.code_system(9121).verdict("3")
caremsg.codes.code_system("2.16.578.1.12.4.1.1.9121")
assert load.cache_info().currsize == 1
"""


def test_lists_are_read_on_first_use_each_by_itself() -> None:
    subprocess.run([sys.executable, "-c", LAZY], check=True)
