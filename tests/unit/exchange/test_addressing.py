"""Whom a message is for and about: every way to be addressed, every kind of patient."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from caremsg.check import RECEIVING
from caremsg.declare.edits import Edit, copy, drop, put, text, v
from caremsg.exchange import (
    RECEIVE,
    Decision,
    Directory,
    Identifier,
    OwnDirectory,
    OwnOrganisation,
    Reason,
    Receiving,
    Reception,
    receive,
)
from caremsg.findings import Severity
from caremsg.samples.edits import edited

ID = "3f0a9c52-0c0e-4d6f-8f3e-000000000001"
AT = dt.datetime(2026, 10, 20, 12, 0)
SAMPLE = "innleggelsesrapport-1.6"
RECEIVER = "MsgInfo/Receiver/Organisation"
PATIENT = "MsgInfo/Patient"
FNR = "FNR:14854110463"


def ids(*texts: str) -> frozenset[Identifier]:
    """Some identifiers."""
    return frozenset(Identifier.parse(t) for t in texts)


def ours(
    organisation: str = "HER:9900200",
    service: str = "HER:9900201",
    person: str = "HER:5",
    patients: tuple[frozenset[Identifier], ...] | None = (ids(FNR, "LOK:1"), ids("DNR:2", "FHN:3")),
) -> OwnDirectory:
    """A directory with one organisation, the receiver of the sample if nothing is said."""
    own = OwnOrganisation(ids(organisation), ids(service), ids(person))
    return OwnDirectory((own,), patients)


def took(
    *edits: Edit, directory: Directory | None = None, policy: Receiving = RECEIVE
) -> Reception:
    """What becomes of the sample with some changes."""
    return receive(
        edited(SAMPLE, edits), id=ID, at=AT, directory=directory or ours(), policy=policy
    )


def flow(reception: Reception) -> set[str]:
    """The codes of receiving in a report."""
    return {code for code in reception.report.codes if code.startswith("FLO")}


def person(id: str, kind: str = "HER") -> str:
    """A professional."""
    return (
        "<HealthcareProfessional><FamilyName>Testvik</FamilyName><GivenName>Embla</GivenName>"
        f"<Ident><Id>{id}</Id><TypeId V='{kind}' S='2.16.578.1.12.4.1.1.8116' DN='x'/></Ident>"
        "</HealthcareProfessional>"
    )


def unit(id: str, inner: str = "") -> str:
    """An organisation."""
    return (
        f"<Organisation><OrganisationName>Tirilheim</OrganisationName><Ident><Id>{id}</Id>"
        f"<TypeId V='HER' S='2.16.578.1.12.4.1.1.9051' DN='HER-id'/></Ident>{inner}</Organisation>"
    )


def others(*parties: str, role: str = "COP") -> Edit:
    """Receivers of copies."""
    role_of = f"<RoleReceiver V='{role}' DN='x'/>"
    xml = "".join(f"<OtherReceiver>{role_of}{party}</OtherReceiver>" for party in parties)
    return put("MsgInfo", xml, after="Receiver")


NO_SERVICE = drop(f"{RECEIVER}/Organisation")


def test_the_service_is_ours() -> None:
    """Nothing to tell."""
    reception = took()
    assert (reception.decision, reception.reason) == (Decision.ACCEPT, Reason.TAKEN)
    assert flow(reception) == set()
    assert [a.receiver for a in reception.acknowledgements] == ["HER:9900201"]


ADDRESSED: dict[str, tuple[list[Edit], OwnDirectory, str | None, set[str]]] = {
    "unknown service": ([], ours(service="HER:7"), "2", {"FLO002"}),
    "service of another kind": ([], ours(service="RSH:9900201"), "2", {"FLO002"}),
    "nobody in it": ([NO_SERVICE], ours(), "1", set()),
    "known person": ([NO_SERVICE, put(RECEIVER, person("5"))], ours(), "1", set()),
    "unknown person": ([NO_SERVICE, put(RECEIVER, person("6"))], ours(), "2", {"FLO002"}),
    "person by another kind": (
        [NO_SERVICE, put(RECEIVER, person("5", "HPR"))],
        ours(),
        "2",
        {"FLO002"},
    ),
    "known service, unknown person": ([put(RECEIVER, person("6"))], ours(), "1", set()),
    "unknown service, known person": (
        [put(RECEIVER, person("5"))],
        ours(service="HER:7"),
        "1",
        set(),
    ),
    "service ours, organisation not": ([], ours(organisation="HER:7"), "1", set()),
    "service ours, organisation nameless": ([drop(f"{RECEIVER}/Ident")], ours(), "2", set()),
    "nothing ours": ([], ours("HER:7", "HER:8"), None, {"FLO001"}),
    "blank identifiers": ([text("MsgInfo/Receiver//Id", " ")], ours(), None, {"FLO001"}),
    "identifier with blanks": (
        [text(f"{RECEIVER}/Organisation/Ident/Id", " 99 00201\n")],
        ours(),
        "1",
        set(),
    ),
    "no organisation": ([drop(RECEIVER)], ours(), None, {"FLO001"}),
    "no receiver": ([drop("MsgInfo/Receiver")], ours(), None, {"FLO001"}),
}


@pytest.mark.parametrize("edits, directory, status, codes", ADDRESSED.values(), ids=ADDRESSED)
def test_every_way_to_be_addressed(
    edits: list[Edit], directory: OwnDirectory, status: str | None, codes: set[str]
) -> None:
    """Answered with a status, or not at all; and what the user is told."""
    reception = took(*edits, directory=directory)
    assert [a.status for a in reception.acknowledgements] == ([status] if status else [])
    assert flow(reception) == codes
    if status is None:
        assert reception.decision is Decision.REJECT
        assert reception.reason is Reason.NO_RECEIVER


def test_an_unknown_service_is_refused_or_let_in() -> None:
    """ "FLO002" or "FLO003": the choice of the receiver (errata of 2017)."""
    directory = ours(service="HER:7")
    refused = took(directory=directory)
    assert refused.acknowledgement is not None
    assert refused.acknowledgement.errors == ("E21",)
    lenient = took(directory=directory, policy=Receiving(refuse_unknown_service=False))
    assert lenient.decision is Decision.WARN
    assert lenient.reason is Reason.WARNINGS
    assert flow(lenient) == {"FLO003"}
    assert [a.status for a in lenient.acknowledgements] == ["1"]


def test_a_missing_service_may_be_refused() -> None:
    """Only when the policy asks for it."""
    policy = Receiving(refuse_missing_service=True)
    reception = took(NO_SERVICE, policy=policy)
    assert [a.errors for a in reception.acknowledgements] == [("E21",)]
    assert flow(reception) == {"FLO002"}
    assert took(policy=policy).decision is Decision.ACCEPT


@pytest.mark.parametrize("severity", [None, Severity.WARNING])
def test_the_policy_of_the_check_counts_here_too(severity: Severity | None) -> None:
    """A finding that is off, or no error, refuses nothing."""
    reason = "agreed"
    rules = (
        RECEIVING.grade(severity, "FLO002", reason=reason)
        if severity
        else RECEIVING.off("FLO002", reason=reason)
    )
    reception = took(directory=ours(service="HER:7"), policy=evolve(RECEIVE, check=rules))
    assert [a.status for a in reception.acknowledgements] == ["1"]


@pytest.mark.parametrize("hold", [False, True])
def test_what_is_off_warns_of_nothing(hold: bool) -> None:
    """The report is empty, so there is nothing to tell."""
    rules = RECEIVING.off("FLO005", reason="agreed")
    policy = Receiving(check=rules, hold_unknown_patients=hold)
    reception = took(directory=ours(patients=()), policy=policy)
    assert flow(reception) == set()
    assert reception.decision is Decision.ACCEPT


def test_a_copy_receiver_of_ours() -> None:
    """It is answered for, and the user sees that it is a copy."""
    copied = took(others(unit("77")), directory=ours("HER:77", "HER:1"))
    assert flow(copied) == {"FLO014"}
    assert copied.decision is Decision.ACCEPT
    assert [a.receiver for a in copied.acknowledgements] == ["HER:77, copy"]
    role = copied.acknowledgements[0].message.sender.role
    assert role is not None
    assert role.code == "COP"


PARTIES = {
    "organisation": (unit("77"), ["HER:77, copy"]),
    "organisation and person": (unit("77", person("78")), ["HER:78, copy"]),
    "organisation and service": (unit("77", unit("79")), ["HER:79, copy"]),
    "person": (person("78"), ["HER:78, copy"]),
    "person without HER-id": (person("78", "HPR"), ["HPR:78, copy"]),
    "somebody": ("<Person><FamilyName>Prøvestad</FamilyName></Person>", []),
    "nobody": ("", []),
    "nothing in it": ("<Organisation/>", ["other_receiver[0], copy"]),
    "something else": ("<Innbygger/>", []),
}


@pytest.mark.parametrize("party, names", PARTIES.values(), ids=PARTIES)
def test_every_kind_of_copy_receiver(party: str, names: list[str]) -> None:
    """Those that can acknowledge do, when everybody is ours."""
    reception = receive(edited(SAMPLE, [others(party)]), id=ID, at=AT)
    assert [a.receiver for a in reception.acknowledgements] == ["HER:9900201", *names]
    shown = {a.id for a in reception.acknowledgements}
    assert len(shown) == len(reception.acknowledgements)
    assert ID in shown


@pytest.mark.parametrize("role", ["PRIM", "FR", "", "Q"])
def test_another_role_is_still_a_copy(role: str) -> None:
    """Who is no main receiver acknowledges as a copy receiver."""
    reception = receive(edited(SAMPLE, [others(unit("77"), role=role)]), id=ID, at=AT)
    assert [a.status for a in reception.acknowledgements] == ["1", "1"]


def test_a_copy_to_a_person_says_nothing_about_the_patient() -> None:
    """The patient of the message is identified; that of the copy receiver is another matter."""
    party = "<Patient><FamilyName>Prøvestad</FamilyName></Patient>"
    reception = receive(edited(SAMPLE, [others(party)]), id=ID, at=AT)
    assert [a.status for a in reception.acknowledgements] == ["1"]


def test_the_place_of_a_copy_receiver() -> None:
    """It is told by its number among all of them."""
    somebody = "<Person><FamilyName>Prøvestad</FamilyName></Person>"
    reception = took(others(somebody, unit("77", unit("6"))), directory=ours("HER:77", "HER:1"))
    places = [f.where.path for f in reception.report if f.code == "FLO002"]
    assert places == ["msg_info.other_receiver[1]"]


def test_one_is_known_and_one_is_not() -> None:
    """Each receiver has its own answer; the message is taken in, and the user is told."""
    directory = OwnDirectory(
        (
            OwnOrganisation(ids("HER:9900200"), ids("HER:9900201")),
            OwnOrganisation(ids("HER:77"), ids("HER:1")),
        )
    )
    reception = took(others(unit("77", unit("6"))), directory=directory)
    assert [(a.receiver, a.status) for a in reception.acknowledgements] == [
        ("HER:9900201", "1"),
        ("HER:6, copy", "2"),
    ]
    assert reception.decision is Decision.WARN
    assert reception.taken_in
    assert "FLO002" in flow(reception)


def test_without_a_directory_everybody_is_ours() -> None:
    """And the report says so: "FLO010" and "FLO011"."""
    reception = receive(edited(SAMPLE, []), id=ID, at=AT)
    assert flow(reception) == {"FLO010", "FLO011"}
    assert reception.decision is Decision.ACCEPT


def test_without_patients_everybody_is_known() -> None:
    """And the report says so."""
    assert flow(took(directory=ours(patients=None))) == {"FLO011"}


NUMBER = f"{PATIENT}/Ident/Id"
KIND = f"{PATIENT}/Ident/TypeId"
SECOND = "<Ident><Id>{}</Id><TypeId V='{}' S='2.16.578.1.12.4.1.1.8116' DN='x'/></Ident>"


def second(id: str, kind: str) -> Edit:
    """Another identifier of the patient."""
    return put(PATIENT, SECOND.format(id, kind), after="Ident")


PATIENTS: dict[str, tuple[list[Edit], set[str]]] = {
    "known": ([], set()),
    "known, written apart": ([text(NUMBER, " 14854110463 ")], set()),
    "two of one record": ([second("1", "LOK")], set()),
    "unknown": ([text(NUMBER, "03915220362")], {"FLO005"}),
    "two records": ([second("2", "DNR")], {"FLO006"}),
    "known by the second": ([text(NUMBER, "03915220362"), second("1", "LOK")], set()),
    "twice": ([copy(f"{PATIENT}/Ident")], set()),
    "no identifier": ([drop(f"{PATIENT}/Ident")], {"FLO007"}),
    "blank": ([text(NUMBER, " ")], {"FLO007"}),
    "no kind": ([v(KIND, V=None)], {"FLO007"}),
    "wrong digits": ([text(NUMBER, "14854110464")], {"FLO007"}),
    "of a local kind, unknown": ([text(NUMBER, "9"), v(KIND, V="LOK")], {"FLO007"}),
}


@pytest.mark.parametrize("edits, codes", PATIENTS.values(), ids=PATIENTS)
def test_every_kind_of_patient(edits: list[Edit], codes: set[str]) -> None:
    """Never refused for it; the user is told, or a person decides, as the policy has it."""
    reception = took(*edits)
    assert flow(reception) == codes
    assert [a.status for a in reception.acknowledgements] == ["1"]
    assert reception.decision is (Decision.WARN if codes else Decision.ACCEPT)
    held = took(*edits, policy=Receiving(hold_unknown_patients=True))
    assert held.decision is (Decision.HOLD if codes else Decision.ACCEPT)
    assert (held.acknowledgements == ()) is bool(codes)
    assert not codes or held.reason is Reason.HELD


def test_a_local_number_that_is_known_is_enough() -> None:
    """The directory has it, so there is no need to match by hand."""
    assert flow(took(text(NUMBER, "1"), v(KIND, V="LOK"))) == set()


def test_of_a_damaged_patient_nothing_is_told() -> None:
    """It may be only half of what was sent; the message is refused anyway."""
    for edit in (drop(f"{PATIENT}/Ident/TypeId"), drop(NUMBER)):
        reception = took(edit)
        assert not {"FLO005", "FLO006", "FLO007"} & flow(reception)
        assert [a.errors for a in reception.acknowledgements] == [("T02",)]


def test_a_message_about_nobody() -> None:
    """Nothing is asked of the directory."""
    assert not {"FLO005", "FLO006", "FLO007", "FLO011"} & flow(took(drop(PATIENT)))


class Listening:
    """A directory that writes down what it is asked."""

    asks = True
    knows_patients = True

    def __init__(self) -> None:
        self.asked: list[str] = []

    def organisation(self, ids: frozenset[Identifier]) -> bool:
        self.asked.append("organisation")
        return True

    def service(self, ids: frozenset[Identifier], organisation: frozenset[Identifier]) -> bool:
        self.asked.append("service")
        return bool(ids)

    def person(self, ids: frozenset[Identifier], organisation: frozenset[Identifier]) -> bool:
        self.asked.append("person")
        return bool(ids)

    def known_as(self, patient: Identifier) -> frozenset[Identifier]:
        self.asked.append("patient")
        return frozenset()


def test_a_directory_may_be_anything_with_these_answers() -> None:
    """It is asked no more than needed, and never with nothing."""
    directory = Listening()
    assert flow(took(directory=directory)) == {"FLO005"}
    assert directory.asked == ["service", "patient"]
    bare = Listening()
    took(NO_SERVICE, directory=bare)
    assert bare.asked == ["organisation", "patient"]
