"""How names are written in one document: its prefixes, and what has none."""

from __future__ import annotations

from collections.abc import Iterator

from caremsg.declare import namespace_of

from .plan import Plan, Ref

__all__ = ["WrittenNames"]


class WrittenNames:
    """How names are written in one document: its prefixes, and what has none."""

    def __init__(self, plan: Plan) -> None:
        self.default = plan.default.uri(plan.edition) if plan.default else None
        self.key = (self.default, plan.tag)
        uris = [plan.uri, *([self.default] if self.default else []), *_reached(plan)]
        self.prefixes = {uri: _prefix(uri) for uri in dict.fromkeys(uris) if _prefix(uri)}
        self.declarations = "".join(
            f' xmlns="{uri}"' if uri == self.default else f' xmlns:{prefix}="{uri}"'
            for uri, prefix in self.prefixes.items()
        )

    def written(self, tag: str) -> str:
        """`{namespace}Name` with its prefix."""
        uri, _, local = tag[1:].rpartition("}")
        return local if uri == self.default else f"{self.prefixes[uri]}:{local}"


def _prefix(uri: str) -> str:
    found = namespace_of(uri)
    return found[0].prefix if found else ""


def _reached(plan: Plan) -> Iterator[str]:
    """Every namespace that elements and attributes of a document can be in."""
    seen: set[Ref] = set()
    waiting = [plan]
    while waiting:
        plan = waiting.pop(0)
        for field in plan.fields:
            yield from (branch.tag[1:].partition("}")[0] for branch in field.branches)
        yield from (a.tag[1:].partition("}")[0] for a in plan.attributes if a.tag[:1] == "{")
        for ref in plan.refs():
            if ref not in seen:
                seen.add(ref)
                waiting.append(ref.plan)
