"""Why a message cannot be written: every field its edition has no room for.

Only asked when the writer has given up, so it interprets the plan and may take its time.
"""

from __future__ import annotations

from typing import Any

from caremsg.declare import Edition, Message
from caremsg.findings import Finding, FindingKind, Where
from caremsg.values import Fragment, SpelledBool, is_valid, text_of_bool

from . import kinds
from .faults import fault_of
from .joining import allowed_characters, fragment_is_sound
from .place import local_name, names_of
from .plan import AttributePlan, Branch, FieldPlan, Open, Plan, Ref, Simple, plan_of

__all__ = ["audit"]


def audit(message: object) -> list[Finding]:
    """Every finding about a message that the writer refused."""
    found = _Audit()
    found.document(message, "", top=True)
    return found.findings or [kinds.ENC010.at(Where())]


class _Audit:
    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.edition: Edition | None = None

    def report(self, finding: FindingKind, path: str, /, **names: object) -> None:
        self.findings.append(finding.at(Where(path), **names))

    def wrong_kind(self, path: str, value: object, expected: str) -> None:
        kind = type(value).__name__
        where = self.edition or "caremsg"
        self.report(kinds.ENC003, path, edition=where, kind=kind, expected=expected)

    def document(self, item: object, path: str, *, top: bool = False) -> None:
        if isinstance(item, Fragment) and not top:
            if not fragment_is_sound(item) or item.attributes or not item.tag:
                self.report(kinds.ENC007, path)
        elif not isinstance(item, Message):
            self.wrong_kind(path, item, "a message")
        else:
            outer, self.edition = self.edition, item.edition
            plan = _plan(item)
            if plan is None:
                self.wrong_kind(path, item, "a message of that edition")
            else:
                self.element(item, plan, path)
            self.edition = outer

    def element(self, item: object, plan: Plan, path: str) -> None:
        if type(item) is not plan.cls:
            self.wrong_kind(path, item, plan.cls.__name__)
            return
        for name in plan.absent:
            if getattr(item, name) not in (None, ()):
                self.report(kinds.ENC002, _join(path, name), edition=self.edition)
        for attribute in (*plan.attributes, *([plan.text] if plan.text else [])):
            self.attribute(getattr(item, attribute.name), attribute, _join(path, attribute.name))
        values = {field.name: getattr(item, field.name) for field in plan.fields}
        if plan.may_be_empty and not any(v not in (None, ()) for v in values.values()):
            return
        for field in plan.fields:
            self.field(values[field.name], field, _join(path, field.name))
        self.groups(plan, values, path)

    def attribute(self, value: object, item: AttributePlan, path: str) -> None:
        if value is not None:
            self.simple(value, item.type, path)
        elif item.required or not item.tag:
            self.report(kinds.ENC001, path)

    def groups(self, plan: Plan, values: dict[str, Any], path: str) -> None:
        for group in dict.fromkeys(f.group for f in plan.fields if f.group):
            names = [f.name for f in plan.fields if f.group == group]
            count = sum(values[name] not in (None, ()) for name in names)
            required = any(f.group_required for f in plan.fields if f.group == group)
            if count > 1:
                self.report(kinds.ENC005, path, expected=", ".join(names))
            elif required and not count:
                self.report(kinds.ENC001, _join(path, names[0]))

    def field(self, value: Any, field: FieldPlan, path: str) -> None:
        if value is None or (field.many and value == ()):
            if field.min:
                self.report(kinds.ENC001, path)
        elif not field.many:
            self.item(value, field, path)
        elif not isinstance(value, tuple):
            self.report(kinds.ENC009, path, kind=type(value).__name__)
        else:
            many: tuple[Any, ...] = value  # pyright: ignore[reportUnknownVariableType]
            self.items(many, field, path)

    def items(self, value: tuple[Any, ...], field: FieldPlan, path: str) -> None:
        if field.max is not None and len(value) > field.max:
            count, limit = len(value), field.max
            self.report(kinds.ENC004, path, actual=count, limit=limit, edition=self.edition)
        if field.run and len({type(item) for item in value}) > 1:  # pyright: ignore[reportUnknownArgumentType]
            self.report(kinds.ENC008, path)
        for index, item in enumerate(value):
            self.item(item, field, f"{path}[{index}]")

    def item(self, value: Any, field: FieldPlan, path: str) -> None:
        if field.wildcard:
            self.document(value, path)
            return
        if len(field.branches) == 1:
            self.branch(value, field.branches[0], path)
            return
        for branch in field.branches:
            if isinstance(branch.type, Ref) and type(value) is branch.type.cls:
                self.branch(value, branch, path)
                return
        self.wrong_kind(path, value, names_of(local_name(b.tag) for b in field.branches))

    def branch(self, value: Any, branch: Branch, path: str) -> None:
        kind = branch.type
        if isinstance(kind, Ref):
            self.element(value, kind.plan, path)
        elif isinstance(kind, Open):
            if not isinstance(value, Fragment):
                self.wrong_kind(path, value, "Fragment")
            elif not fragment_is_sound(value):
                self.report(kinds.ENC007, path)
        else:
            self.simple(value, kind, path)

    def simple(self, value: Any, kind: Simple, path: str) -> None:
        if kind.cls is bool:
            if not isinstance(value, bool | SpelledBool):
                self.wrong_kind(path, value, "bool")
            elif not is_valid("boolean", text_of_bool(value)):
                self.report(kinds.SCH201, path, type="boolean")
        elif not isinstance(value, str):
            self.wrong_kind(path, value, kind.cls.__name__)
        elif kind.in_attribute and value == kind.cls.MISSING:  # type: ignore[attr-defined]
            return
        else:
            fault = fault_of(kind, value)
            if fault is not None:
                self.report(fault[0], path, **fault[1])
            elif not allowed_characters(value):
                self.report(kinds.ENC006, path)


def _plan(item: Message) -> Plan | None:
    try:
        plan = plan_of(type(item), item.edition)
    except (KeyError, TypeError):
        return None
    return plan if plan.edition == item.edition else None


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
