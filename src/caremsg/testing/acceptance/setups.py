"""Who the receiver is, for a message of a folder: as the messages themselves tell.

All receivers of a suite are ours, except those that a message names in order to be unknown. All
patients are known, except those that a message is about in order to be unknown.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from caremsg.document import inspect
from caremsg.exchange import (
    Addressee,
    Identifier,
    Original,
    OwnDirectory,
    OwnOrganisation,
    original_of,
)
from caremsg.exchange.originals import identifiers

from .receivers import Setup
from .records import Folder, Record

__all__ = ["Case", "cases_of", "merged", "nobody", "own_receivers", "setup_for"]

Identifiers = frozenset[Identifier]


@frozen(repr=False)
class Case:
    """A message of a folder, and what of its head could be read."""

    record: Record
    original: Original | None

    @property
    def file(self) -> str:
        """The name of its file."""
        return self.record.file

    @property
    def receivers(self) -> tuple[Addressee, ...]:
        """Whom it names as receivers."""
        return self.original.receivers if self.original is not None else ()

    @property
    def patient(self) -> Identifiers:
        """The identifiers of its patient."""
        return identifiers(self.original.patient) if self.original is not None else frozenset()

    @property
    def key(self) -> str:
        """Its identifier, for comparing."""
        return self.original.key if self.original is not None else ""


def cases_of(folder: Folder) -> tuple[Case, ...]:
    """Every message, read."""
    return tuple(Case(record, original_of(inspect(record.data))) for record in folder.records)


def setup_for(case: Case, cases: Iterable[Case], *, hold: bool = False) -> Setup:
    """How a receiver is set up for a message of a folder."""
    everything = tuple(cases)
    if case.record.kind == "copy-receiver":
        own = _only_copies(case)
    else:
        own = [
            _organisation(receiver)
            for other in everything
            if other.record.suite == case.record.suite and other.record.kind != "receiver-unknown"
            for receiver in other.receivers
        ]
    if case.record.kind == "receiver-unknown":
        own = [organisation for organisation in own if not _of_copy(organisation, case)]
    directory = OwnDirectory(tuple(dict.fromkeys(own)), _patients(everything))
    return Setup(directory, hold)


def nobody() -> Setup:
    """A receiver to whom no message of any folder is addressed."""
    return Setup(OwnDirectory((OwnOrganisation(frozenset({Identifier("HER", "-")})),), ()))


def _of_copy(organisation: OwnOrganisation, case: Case) -> bool:
    """Whether an organisation gets a copy of a message whose main receiver is unknown."""
    ids = organisation.ids | organisation.services | organisation.people
    main = frozenset[Identifier]().union(*(r.organisation for r in case.receivers if not r.copy))
    copies = [r.organisation | r.service | r.person for r in case.receivers if r.copy]
    return any(ids & copy and not ids & main for copy in copies)


def _organisation(receiver: Addressee, without: Identifiers = frozenset()) -> OwnOrganisation:
    return OwnOrganisation(receiver.organisation - without, receiver.service, receiver.person)


def _only_copies(case: Case) -> list[OwnOrganisation]:
    """The copy receivers, without what they have in common with the main one."""
    main = [receiver.organisation for receiver in case.receivers if not receiver.copy]
    shared = frozenset[Identifier]().union(*main)
    return [_organisation(r, shared) for r in case.receivers if r.copy]


def _patients(cases: Iterable[Case]) -> tuple[Identifiers, ...]:
    unknown = frozenset[Identifier]().union(
        *(case.patient for case in cases if case.record.kind == "patient-unknown")
    )
    return merged(case.patient - unknown for case in cases)


def merged(groups: Iterable[Identifiers]) -> tuple[Identifiers, ...]:
    """The groups, with those that have something in common made one."""
    found: list[Identifiers] = []
    for group in groups:
        if group:
            near = [other for other in found if other & group]
            found = [other for other in found if not other & group]
            found.append(group.union(*near))
    return tuple(found)


def own_receivers(case: Case, directory: OwnDirectory) -> tuple[Addressee, ...]:
    """The receivers of a message that are ours."""
    return tuple(
        receiver
        for receiver in case.receivers
        if directory.organisation(receiver.organisation)
        or directory.service(receiver.service, receiver.organisation)
        or directory.person(receiver.person, receiver.organisation)
    )
