"""From the name of an element to the class that declares it."""

from __future__ import annotations

from functools import lru_cache

from caremsg.declare import declaration, namespace_of

from .plan import Plan, plan_of

__all__ = ["root_plan"]


@lru_cache(maxsize=1024)
def root_plan(tag: str) -> Plan | None:
    """The plan of a global element, given as `{namespace}Name`; its family is loaded.

    None when nobody declares it.
    """
    uri, _, name = tag[1:].partition("}")
    found = namespace_of(uri)
    if not tag.startswith("{") or found is None:
        return None
    namespace, edition = found
    for cls in namespace.load().elements.get(name, ()):
        if declaration(cls).exists_in(edition):
            return plan_of(cls, edition, uri)
    return None
