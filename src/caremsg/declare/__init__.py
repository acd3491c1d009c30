"""How the standard is declared: editions, namespaces, decorators and markers.

    PO = Namespace("po", {PLO_1_5: "...", PLO_1_6: "..."}, home="plo.parts")

    @element(PO)
    class TilknyttetEnhet(Element):
        \"\"\"A unit that can be contacted about the patient.\"\"\"

        kontaktenhet: Organisation
        merknad: str | None = None

Annotations say what the standard says; `CONTRIBUTING.md` has the table of how they are read.
"""

from .edition import Edition, editions
from .element import (
    Datatype,
    Declaration,
    Element,
    Message,
    base,
    complex_type,
    declaration,
    element,
    fields_of,
)
from .markers import (
    Attribute,
    Choice,
    Coded,
    Facets,
    LexicalType,
    Named,
    Oid,
    Removed,
    Required,
    Since,
    Single,
    Strength,
    TextContent,
    Token,
    attribute,
    choice,
    coded,
    facets,
    named,
    removed,
    required,
    since,
    single,
    text,
)
from .names import field_to_tag, tag_to_field
from .namespace import Namespace, namespace_of, namespaces

__all__ = [
    "Attribute",
    "Choice",
    "Coded",
    "Datatype",
    "Declaration",
    "Edition",
    "Element",
    "Facets",
    "LexicalType",
    "Message",
    "Named",
    "Namespace",
    "Oid",
    "Removed",
    "Required",
    "Since",
    "Single",
    "Strength",
    "TextContent",
    "Token",
    "attribute",
    "base",
    "choice",
    "coded",
    "complex_type",
    "declaration",
    "editions",
    "element",
    "facets",
    "field_to_tag",
    "fields_of",
    "named",
    "namespace_of",
    "namespaces",
    "removed",
    "required",
    "since",
    "single",
    "tag_to_field",
    "text",
]
