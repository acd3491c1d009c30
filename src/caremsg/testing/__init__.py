"""For the tests of others: messages to try a program on. Needs the extra `testing`.

@given(messages(Innleggelsesrapport, edition=PLO_1_6))
def test_my_program_can_show_it(report): ...
"""

from __future__ import annotations

try:
    import hypothesis  # noqa: F401 # pyright: ignore[reportUnusedImport]
except ImportError as error:
    raise ImportError("caremsg.testing needs hypothesis: install caremsg[testing]") from error

from .objects import editions_of, elements, messages, roots
from .values import values

__all__ = ["editions_of", "elements", "messages", "roots", "values"]
