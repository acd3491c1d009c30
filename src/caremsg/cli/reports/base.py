"""What every form of a report can do."""

from __future__ import annotations

from abc import ABC, abstractmethod

from attrs import frozen

from caremsg import Finding, Severity

from ..output import Output
from ..verdict import Verdict
from ..words import Words

__all__ = ["Style", "Writer"]


@frozen
class Style:
    """What was asked for."""

    word: Words
    """The words around findings, and the language of their texts."""
    quiet: bool = False
    """Nothing is said of files without findings."""
    limit: Severity = Severity.ERROR
    """What is at least so bad is a failure."""

    def text(self, finding: Finding) -> str:
        """The sentence of a finding."""
        return finding.in_language(self.word.language)


class Writer(ABC):
    """A form of a report: told of each file, then of the end."""

    wants_lines = False
    """It shows the lines of the document."""

    def __init__(self, out: Output, style: Style) -> None:
        self.out = out
        self.style = style

    @abstractmethod
    def file(self, verdict: Verdict) -> None:
        """One file was judged."""

    @abstractmethod
    def end(self, extra: list[Finding]) -> None:
        """All files were judged; `extra` is about the baseline."""
