"""Where a part of a dose begins and ends, without what the grammar took along to be sure of it."""

from __future__ import annotations

import re

from pipeline.model.span import Span

_LEADS_IN = re.compile(
    r"between (?=[0-9])|stop(?:ped|ping)? (?:it |them )?after "
    r"|repeat(?:ed)?(?: (?:it|the dose|this))? |(?:times (?:a|per) day|how often"
    r"|frequency) ?[-:=]|(?:duration|length|supply)(?: of [a-z]+)? ?[-:=]"
    r"|(?:course|treatment|therapy)(?: of [a-z]+)?(?: is| of| lasts|:|,| -)? |(?:taken?|used?"
    r"|given?|swallow(?:ed)?|drunk|drink|appl(?:y|ied)) (?:only )?"
)
_EDGES = " ,;:()[]\"'“”-"


def trimmed(text: str, span: Span) -> Span:
    """`span` without marks at its ends, and without words that lead in to it."""
    lead = _LEADS_IN.match(text, span.start, span.end)
    words = Span(lead.end() if lead else span.start, span.end).of(text)
    start = span.end - len(words.lstrip(_EDGES))
    words = words.strip(_EDGES)
    if "." not in words[:-1]:
        words = words.rstrip(".")
    end = start + len(words)
    closed = words.count("(") > words.count(")") and text[end : end + 1] == ")"
    return Span(start, min(end + closed, span.end))
