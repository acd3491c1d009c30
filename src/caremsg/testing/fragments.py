"""Strategies for content of free form, in canonical form."""

from __future__ import annotations

from functools import cache
from xml.sax.saxutils import escape

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from lxml import etree

from caremsg.codec.canonical import inner
from caremsg.values import Fragment

from .values import texts

__all__ = ["documents", "open_content", "signatures"]

_XHTML = "http://www.w3.org/1999/xhtml"
_DSIG = "http://www.w3.org/2000/09/xmldsig#"
_SIGNED = (
    '<SignedInfo><CanonicalizationMethod Algorithm="urn:c"/><SignatureMethod Algorithm="urn:s"/>'
    '<Reference URI=""><DigestMethod Algorithm="urn:d"/><DigestValue>AAAA</DigestValue></Reference>'
    "</SignedInfo><SignatureValue>AAAA</SignatureValue>"
)


def _fragment(xml: str, attributes: tuple[tuple[str, str], ...] = ()) -> Fragment:
    root = etree.fromstring(f"<x>{xml}</x>", etree.XMLParser(resolve_entities=False))
    return Fragment(inner(root), attributes)


def _text(text: str) -> str:
    return escape(text, {"\r": "&#13;"})


@cache
def open_content() -> SearchStrategy[Fragment]:
    """Plain text, or a formatted one."""
    text = texts().map(_text)
    plain = text.map(_fragment)
    attributes = st.sampled_from([(), (("class", "a"),), ((f"{{{_XHTML}}}lang", "n'o\"<"),)])
    pieces = st.lists(
        st.one_of(
            text,
            text.map(f'<p xmlns="{_XHTML}">{{}}</p>'.format),
            text.map(f'<h:div xmlns:h="{_XHTML}" class="a&quot;b"><h:br/>{{}}</h:div>'.format),
            st.sampled_from(["<!-- a comment -->", "<b>no namespace</b>", "<?target data?>"]),
        ),
        max_size=3,
    )
    return plain | st.builds(_fragment, pieces.map("".join), attributes)


@cache
def documents() -> SearchStrategy[Fragment]:
    """Documents of a type that is not declared here, but is in the published schemas."""
    whole = f'<k:KeyName xmlns:k="{_DSIG}">{{}}</k:KeyName>'
    return texts().map(_text).map(whole.format).map(_fragment)


@cache
def signatures() -> SearchStrategy[Fragment]:
    """The content of a signature that fits its schema, and signs nothing."""
    return st.just(
        _fragment(
            _SIGNED.replace("<", "<d:")
            .replace("<d:/", "</d:")
            .replace("<d:SignedInfo", f'<d:SignedInfo xmlns:d="{_DSIG}"')
            .replace("<d:SignatureValue", f'<d:SignatureValue xmlns:d="{_DSIG}"')
        )
    )
