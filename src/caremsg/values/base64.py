"""Bytes carried as text, decoded when they are asked for.

Source: XML Schema Part 2, section 3.2.16.
"""

from __future__ import annotations

import binascii
from typing import Self

from .lexical import TESTS, Lexical

__all__ = ["Base64"]

_DIGITS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_BLANKS = b" \t\n\r"


def _base64(text: str) -> bool:
    if not text.isascii():
        return False
    packed = text.encode("ascii").translate(None, _BLANKS)
    padding = packed.translate(None, _DIGITS)
    if len(packed) % 4 or padding not in (b"", b"=", b"==") or not packed.endswith(padding):
        return False
    last = packed[-len(padding) - 1 : -len(padding)] if padding else b""
    return last in {b"": b"", b"=": b"AEIMQUYcgkosw048", b"==": b"AQgw"}[padding]


TESTS["base64Binary"] = _base64


class Base64(Lexical):
    """Bytes in base64, kept as they were sent and decoded on asking."""

    __slots__ = ()
    XSD = "base64Binary"

    @property
    def data(self) -> bytes:
        """The bytes. Raises ValueError if the text is not base64."""
        try:
            return binascii.a2b_base64(self.encode("ascii"))
        except (binascii.Error, UnicodeEncodeError):
            raise ValueError("not a valid base64Binary") from None

    @property
    def size(self) -> int:
        """The number of bytes, without decoding them when the text has no line breaks."""
        if "\n" in self or " " in self or "\r" in self or "\t" in self:
            return len(self.data)
        return len(self) // 4 * 3 - self.count("=", -2)

    @classmethod
    def of(cls, data: bytes) -> Self:
        """The text of some bytes."""
        return cls(binascii.b2a_base64(data, newline=False).decode("ascii"))
