"""The strategies reach all that is declared, and stay small."""

from __future__ import annotations

import builtins
import importlib
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, seed, settings

from caremsg.codec.plan import Plan, Ref, Simple, plan_of
from caremsg.declare import Edition, Element, Message
from caremsg.messages.apprec import AppRec
from caremsg.messages.common import Ident, Organisation
from caremsg.messages.msghead import Content, RefDoc
from caremsg.messages.namespaces import APPREC_1_0, APPREC_1_1, PLO_1_6
from caremsg.testing import editions_of, elements, messages, roots
from caremsg.values import Fragment, SpelledBool


def every_plan() -> Iterator[Plan]:
    """The plans of all classes that messages hold, in all editions."""
    waiting = [plan_of(*root) for root in roots()]
    seen = set(waiting)
    while waiting:
        plan = waiting.pop()
        yield plan
        below = {ref.plan for ref in plan.refs()} - seen
        seen |= below
        waiting += below


def drawn(
    kind: type[Element], edition: Edition | None, count: int = 150, number: int = 1
) -> list[Any]:
    """Some objects of a class."""
    found: list[Any] = []
    few = settings(
        max_examples=count,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    seed(number)(few(given(elements(kind, edition=edition))(lambda it: found.append(it))))()
    return found


@pytest.mark.slow
@pytest.mark.parametrize("part", range(8))
def test_every_branch_is_met(part: int) -> None:
    """Each field of each class is set in some objects, and with each of its branches."""
    plans = {plan.cls: plan for plan in sorted(every_plan(), key=lambda p: (p.uri, p.name))}
    for plan in list(plans.values())[part::8]:
        left, number = _branches(plan), 0
        while left and number < 20:
            number += 1
            for it in drawn(plan.cls, plan.edition, 25, number):
                assert all(getattr(it, name) in (None, ()) for name in plan.absent)
                for field in plan.fields:
                    left -= {(field.name, type(v)) for v in _items(getattr(it, field.name))}
        assert not left, plan.name


def _branches(plan: Plan) -> set[tuple[str, type]]:
    """Each field with each class that it may hold."""
    return {
        (field.name, branch.type.cls)
        for field in plan.fields
        for branch in field.branches
        if isinstance(branch.type, Ref)
        or (isinstance(branch.type, Simple) and branch.type.cls is not bool)
    }


def _items(value: Any) -> tuple[Any, ...]:
    if isinstance(value, tuple):
        return value
    return () if value is None else (value,)


def test_what_hypothesis_shows_is_small() -> None:
    """A message shrinks to the fields that must be there, and to empty values."""
    found = find(
        messages(AppRec, edition=APPREC_1_1), lambda it: True, settings=settings(max_examples=20)
    )
    assert (found.error, found.software_name, found.id) == ((), None, "")


def test_any_edition_may_come() -> None:
    """Without an edition all of them come."""
    assert {it.edition for it in drawn(AppRec, None, 40)} == {APPREC_1_0, APPREC_1_1}


def test_a_class_that_no_edition_changes_fits_any() -> None:
    """A shared class takes any edition; one of a family only those it is in."""
    assert editions_of(Ident) == ()
    assert drawn(Ident, PLO_1_6, 5)
    with pytest.raises(ValueError, match="has no AppRec"):
        messages(AppRec, edition=PLO_1_6)


def test_choices_recursion_and_odd_spellings_come() -> None:
    """A choice has one side at most, a class may hold itself, a boolean may be spelled."""
    references = drawn(RefDoc, None)
    assert not any(r.file_reference is not None and r.content is not None for r in references)
    assert any(o.organisation and o.organisation.organisation for o in drawn(Organisation, None))
    text = "".join(i.id for i in drawn(Ident, None, 400))
    assert all(mark in text for mark in '\n\t"&<ø')


def test_content_of_an_envelope_is_typed_or_kept() -> None:
    """In an envelope stand messages of other families, and fragments."""
    items = [item for content in drawn(Content, None, 60) for item in content.items]
    assert {isinstance(item, Fragment) for item in items} == {True, False}
    assert len({type(item) for item in items if isinstance(item, Message)}) > 5


def test_a_spelled_boolean_is_equal_to_a_plain_one() -> None:
    """`1` is true."""
    assert SpelledBool("1") == True  # noqa: E712


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without hypothesis the error says what to install."""
    real = builtins.__import__

    def refuse(name: str, *args: Any, **more: Any) -> Any:
        if name == "hypothesis":
            raise ImportError(name)
        return real(name, *args, **more)

    monkeypatch.delitem(sys.modules, "caremsg.testing")
    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ImportError, match=r"caremsg\[testing\]"):
        importlib.import_module("caremsg.testing")
