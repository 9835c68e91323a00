"""Values that pages and sidecars claim about themselves, made safe to keep and to compare.

Metadata is scraped like the text: a title may hold line breaks and control characters, a link may
be a `javascript:` address, a site may be called `../../etc`, a date may be prose. Every value
passes through here before it enters a record, so that reports and file names may rely on it.
"""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from pipeline.model.document import Metadata

LONGEST_VALUE = 2_000

_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+"
)
_HOST = re.compile(r"(?=.{1,253}\Z)\w(?:[\w-]{0,62})(?:\.\w[\w-]{0,62}){1,20}\Z")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}\Z")
_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\Z")
_MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2}) (?P<month>[a-z]{3,9})\.?,? (?P<year>\d{4})\Z", re.I)
_MONTH_FIRST = re.compile(r"(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2}),? (?P<year>\d{4})\Z", re.I)


def clean_words(value: str) -> str | None:
    """`value` on one line, without control characters, cut to `LONGEST_VALUE`; None if empty."""
    words = " ".join(_INVISIBLE.sub(" ", value[: 4 * LONGEST_VALUE]).split())
    return words[:LONGEST_VALUE].rstrip() or None


def clean_url(value: str) -> str | None:
    """An absolute http or https address, or None: nothing else may become a link in a report."""
    words = clean_words(value)
    if words is None or " " in words or any(c in words for c in "<>\"'`\\"):
        return None
    try:
        parts = urlsplit(words)
        host = parts.hostname
    except ValueError:
        return None
    return words if parts.scheme in ("http", "https") and host else None


def host_of(value: str) -> str | None:
    """The host name in an address or a bare host name: lower case, without port and `www.`."""
    words = clean_words(value)
    if words is None:
        return None
    try:
        host = urlsplit(words if "//" in words else f"//{words}").hostname or ""
    except ValueError:
        return None
    host = host.lower().removeprefix("www.").rstrip(".")
    return host if _HOST.match(host) else None


def iso_date(value: str) -> str | None:
    """`value` as an ISO 8601 date or date and time; None when it is no date we can read.

    Days and months in bare figures ("03/04/2021") are refused: which is which, nobody knows.
    """
    words = clean_words(value)
    if words is None or len(words) > 64:
        return None
    if day := _DAY.match(words):
        try:
            return date(*(int(part) for part in day.groups())).isoformat()
        except ValueError:
            return None
    for read in (_read_iso, _read_written, _read_mail):
        if (moment := read(words)) is not None:
            return moment
    return None


def _read_iso(words: str) -> str | None:
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return None
    return moment.date().isoformat() if len(words) <= 10 else moment.isoformat()


def _read_written(words: str) -> str | None:
    """A day with its month in English, whatever language the machine is set to."""
    found = _DAY_FIRST.match(words) or _MONTH_FIRST.match(words)
    month = _MONTHS.get(found["month"].lower()) if found else None
    if found is None or month is None:
        return None
    try:
        return date(int(found["year"]), month, int(found["day"])).isoformat()
    except ValueError:
        return None


def _read_mail(words: str) -> str | None:
    """The date format of mail and HTTP headers."""
    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def language_tag(value: str) -> str | None:
    """A BCP 47 language tag such as `en-GB`, or None."""
    words = (value[:40]).strip()
    return words.replace("_", "-") if _LANGUAGE.match(words) else None


def make_metadata(claims: dict[str, str]) -> tuple[Metadata, tuple[str, ...]]:
    """Metadata of `claims` (field name → words), and the names of the fields refused.

    A site that is missing is taken from the address.
    """
    kept: dict[str, str | None] = {}
    refused: list[str] = []
    for field in fields(Metadata):
        claim = claims.get(field.name)
        if claim is None or not claim.strip():
            continue
        value = _READERS.get(field.name, clean_words)(claim)
        if value is None:
            refused.append(field.name)
        kept[field.name] = value
    if not kept.get("site") and (url := kept.get("url")):
        kept["site"] = host_of(url)
    return Metadata(**kept), tuple(refused)


def merge(first: Metadata, second: Metadata) -> Metadata:
    """`first`, with what it does not know taken from `second`."""
    return Metadata(
        **{f.name: getattr(first, f.name) or getattr(second, f.name) for f in fields(Metadata)}
    )


_READERS = {
    "url": clean_url,
    "site": host_of,
    "published": iso_date,
    "modified": iso_date,
    "fetched_at": iso_date,
    "language": language_tag,
}
