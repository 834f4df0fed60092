"""Django's template language with one difference: nothing may be missing.

A name that the context does not have, in a placeholder or in a condition, and a placeholder that comes out empty are
collected while the template renders. An instrument with a hole in it must never leave the house.
"""

from __future__ import annotations

from typing import Any, Final

from django.template import Context, Engine, Node, NodeList, Origin, Template
from django.template.base import (
    FilterExpression,
    Lexer,
    Parser,
    Token,
    Variable,
    VariableDoesNotExist,
    VariableNode,
)

from yifa.papers.wording import written

VALUE: Final = "\ue000"
"""Stands before every value, so that what a person typed is never read as a mark of the template."""
BREAK: Final = "\ue001"
"""A line break inside a value."""
BAR: Final = "\ue002"
"""A | inside a value."""

_PRIVATE = str.maketrans("", "", VALUE + BREAK + BAR)


def shielded(value: Any) -> str:
    """A value so written that it cannot be taken for marks of the template."""
    text = written(value).translate(_PRIVATE).replace("\r\n", "\n").replace("\r", "\n").strip()
    return VALUE + text.replace("\n", BREAK).replace("|", BAR)


class StrictContext(Context):
    """A context that remembers what was asked of it in vain."""

    def __init__(self, values: dict[str, Any]) -> None:
        super().__init__(values, autoescape=False)
        self.missing: list[str] = []

    def lacks(self, placeholder: str) -> None:
        """Note a placeholder without a value."""
        if placeholder not in self.missing:
            self.missing.append(placeholder)


class StrictExpression(FilterExpression):
    """An expression that notes a name which the context does not have, wherever it stands."""

    __slots__ = ()

    def resolve(self, context: Context, ignore_failures: bool = False) -> Any:
        """The value; a missing one is noted and taken as empty so that all of them can be named at once."""
        if isinstance(self.var, Variable) and isinstance(context, StrictContext):
            try:
                self.var.resolve(context)
            except VariableDoesNotExist:
                context.lacks(str(self.var))
                return None if ignore_failures else ""
        return super().resolve(context, ignore_failures)


class PrintedNode(Node):
    """A placeholder; it must come out as something."""

    def __init__(self, expression: FilterExpression) -> None:
        self.expression = expression

    def render(self, context: Context) -> str:
        """The value, shielded."""
        value = self.expression.resolve(context)
        if value is None or not written(value).strip():
            if isinstance(context, StrictContext):
                context.lacks(str(self.expression.var))
            return VALUE
        return shielded(value)


class StrictParser(Parser):
    """Django's parser, making strict expressions and placeholders."""

    def compile_filter(self, token: str) -> FilterExpression:
        """An expression of a placeholder or of a tag."""
        return StrictExpression(token, self)

    def extend_nodelist(self, nodelist: NodeList, node: Node, token: Token) -> None:
        """Put a placeholder of ours where Django would put its own."""
        if isinstance(node, VariableNode):
            node = PrintedNode(node.filter_expression)
        super().extend_nodelist(nodelist, node, token)


class StrictTemplate(Template):
    """A template whose holes are found."""

    def compile_nodelist(self) -> NodeList:
        """Parse with our parser."""
        parser = StrictParser(
            Lexer(self.source).tokenize(),
            self.engine.template_libraries,
            self.engine.template_builtins,
            self.origin,
        )
        return parser.parse()


ENGINE: Final = Engine(autoescape=False, builtins=["yifa.papers.filters"])


def compiled(source: str, name: str) -> StrictTemplate:
    """A template of this source; raises Django's TemplateSyntaxError."""
    return StrictTemplate(source, Origin(name), name, ENGINE)
