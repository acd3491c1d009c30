"""Which class stands for an element, by the name of the element."""

from __future__ import annotations

import re
from functools import lru_cache

from caremsg.declare import Namespace, declaration, namespace_of, namespaces

from .plan import Plan, plan_of

__all__ = ["other_editions", "root_plan"]


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


@lru_cache(maxsize=256)
def other_editions(uri: str) -> tuple[Namespace, ...]:
    """The namespaces that look like another edition of this one: the same but for the date."""
    stem = _stem(uri)
    if stem == uri:
        return ()
    return tuple(n for n in namespaces() if any(_stem(known) == stem for known in n.addresses))


def _stem(uri: str) -> str:
    return re.sub(r"/[0-9]{4}-[0-9]{2}-[0-9]{2}$", "", uri)
