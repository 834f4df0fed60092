"""Citations (引用): find them in a text and look them up."""

from yifa.law.citations.find import find
from yifa.law.citations.model import Citation, Finding, Mention, Named, Place
from yifa.law.citations.resolve import citations, resolve

__all__ = ["Citation", "Finding", "Mention", "Named", "Place", "citations", "find", "resolve"]
