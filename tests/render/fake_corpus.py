"""A corpus as a run would leave it, made by hand, so that reports can be looked at and tested.

Pages are lines with a kind each; what is said about them is found by quoting the words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from pipeline.model.changes import (
    TABLE_REPAIR,
    TEXT_DEFECT,
    Changes,
    Citation,
    Confidence,
    Cut,
    Fate,
    Finding,
    Language,
    Provenance,
    Repair,
    RuleId,
    Severity,
    Verdict,
)
from pipeline.model.copies import Cluster, Copies, CopyKind, CopyLink, Difference
from pipeline.model.document import (
    Block,
    BlockKind,
    Document,
    Format,
    Hidden,
    Metadata,
    Source,
    page_id,
)
from pipeline.model.dose import DoseMention, Population, Quantity
from pipeline.model.ledger import Ledger
from pipeline.model.mention import Link, Mention, Qualifier
from pipeline.model.outcome import Action, Corpus, Decision, Outcome
from pipeline.model.span import Span
from pipeline.model.templates import SiteTemplate, TemplateLine, Templates
from pipeline.rulebook.rule import CutRule, Example, FlagRule

LABEL = Citation(
    authority="Medicines agency",
    title="Leaflet for paracetamol 500 mg tablets",
    year=2023,
    section="3. How to take",
    url="https://agency.example/leaflets/paracetamol",
    retrieved="2024-02-01",
)
GUIDE = Citation(
    "Formulary board", "National formulary", 2022, "Ketorolac", "https://formulary.example/k"
)


@dataclass(frozen=True)
class Line:
    """One block: its words, what it is, and the cut rule that takes it, if any."""

    words: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    cut: str = ""
    marker: str = ""


def h(words: str, level: int = 1, cut: str = "") -> Line:
    return Line(words, BlockKind.HEADING, level, cut)


def p(words: str, cut: str = "") -> Line:
    return Line(words, cut=cut)


def li(words: str, marker: str = "", level: int = 1) -> Line:
    return Line(words, BlockKind.LIST_ITEM, level, marker=marker)


def make_document(path: str, lines: list[Line], **known: Any) -> Document:
    """The lines, a blank line apart, as a document."""
    text, blocks = "", []
    for line in lines:
        lead = f"{line.marker} " if line.marker else ""
        start = len(text)
        text += lead + line.words
        span, body = Span(start, len(text)), Span(start + len(lead), len(text))
        if line.words.strip():
            blocks.append(Block(span, line.kind, body, line.level, line.marker))
        text += "\n\n"
    source = Source(path, "ab" * 32, len(text.encode("utf-8", "replace")), Format.TEXT)
    extra = {k: known.pop(k) for k in ("hidden", "controls") if k in known}
    source = replace(source, metadata=Metadata(**known), notes=("read as Windows-1252",))
    return Document(page_id(path), source, text, tuple(blocks), **extra)


REASONS = {
    "site-navigation": "a menu of the site, not the article",
    "recommend-list": "teasers of other articles, cut off in mid-sentence",
    "share-prompt": "asks the reader to share or follow",
}


def make_ledger(document: Document, lines: list[Line], **said: Any) -> Ledger:
    """The document with its cuts and whatever else is said about it."""
    blocks = iter(document.blocks)
    cuts = []
    for line in lines:
        block = next(blocks) if line.words.strip() else None
        if block and line.cut:
            cuts.append(Cut(block.span, RuleId(line.cut), REASONS.get(line.cut, "residue")))
    ledger = Ledger(document)
    repairs = said.pop("repairs", ())
    by = Provenance("boilerplate", 1)
    ledger = ledger.apply(Changes(cuts=tuple(cuts), repairs=repairs), by)
    defects = said.pop("defects", ())
    ledger = ledger.apply(Changes(findings=defects), by)
    ledger = ledger.apply(Changes(language=Language("en", 0.999)), Provenance("language", 1))
    return ledger.apply(Changes(**said), Provenance("dosing", 1))


def at(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def mention(
    document: Document, words: str, label: str, name: str, *qualifiers: Qualifier
) -> Mention:
    codes = (("ATC", "N02BE01"),) if name == "paracetamol" else ()
    concept = f"cc:{name.replace(' ', '-')}"
    return Mention(at(document, words), label, Link(concept, name, codes), qualifiers)


def finding(document: Document, rule: str, severity: Severity, *words: str, **more: Any) -> Finding:
    defaults: dict[str, Any] = {
        "category": "max_daily_dose",
        "confidence": Confidence.HIGH,
        "explanation": "The dose a day is above the limit for adults.",
        "citations": (LABEL,),
    }
    evidence = tuple(at(document, w) for w in words)
    found = Finding(RuleId(rule), severity=severity, evidence=evidence, **(defaults | more))
    return Ledger(document)._stamp(found)


def _headache() -> Outcome:
    """Held: two unsafe doses, one settled flag, a rebuilt table, cuts of three kinds."""
    lines = [
        p("Home › Health › Head and neck", cut="site-navigation"),
        p("About us   Contact   Advertise with us", cut="site-navigation"),
        h("What helps against a headache that comes back every week?"),
        p("By the editors of the Lantern, reviewed in spring"),
        p(
            "A headache that returns week after week wears people down. Most of these headaches "
            "are tension headaches: a band around the head, no sickness, no flashes of light."
        ),
        h("Which tablets work?", 2),
        p(
            "Paracetamol is the usual first choice. When one tablet is not enough, take two "
            "tablets of 1000 mg every four hours until the pain is gone. It does not upset "
            "the stomach, and people without liver disease tolerate it well."
        ),
        p(
            "If that does not help, ketorolac 10 mg may be drunk for three weeks in the same "
            "dosage. Our aunt never had trouble with ibuprofen, and she took it for years."
        ),
        li("Drink a glass of water first.", "1."),
        li("Lie down in a dark room.", "2."),
        li("Write down when the pain started.", "3."),
        p("DrinkCups a dayCaffeine"),
        p("Filter coffee3 270 mg"),
        p("Black tea5 250 mg"),
        h("When should I see a doctor?", 2),
        p(
            "See a doctor at once if the headache is the worst of your life, if your neck is "
            "stiff, or if you have a fever and a rash. The treatment of () is"
        ),
        p("Share this with a friend who needs it!", cut="share-prompt"),
        p("Recommend", cut="recommend-list"),
        p("Five herbs that calm the nerves before an ex...", cut="recommend-list"),
        p("Why do my hands tingle when I wake up in the m...", cut="recommend-list"),
    ]
    d = make_document(
        "lantern.example/headache-every-week.txt",
        lines,
        url="https://lantern.example/headache-every-week?ref=a&b=2",
        site="lantern.example",
        author="The editors",
        published="2021-04-09",
        hidden=(Hidden("script", "never shown", 7, 18230), Hidden("div", "display: none", 2, 412)),
    )
    separators = []
    for words, cells in (
        ("DrinkCups a dayCaffeine", ("Cups", "Caffeine")),
        ("Filter coffee3 270 mg", ("3 270", " 270")),
        ("Black tea5 250 mg", ("5 250", " 250")),
    ):
        row = at(d, words)
        for cell in cells:
            start = d.text.index(cell, row.start)
            width = 1 if cell.startswith(" ") else 0
            separators.append(
                Repair(
                    Span(start, start + width), " | ", TABLE_REPAIR, "cells ran into one another"
                )
            )
    hole = at(d, "()")
    unsafe = finding(
        d,
        "DOSE001",
        Severity.CRITICAL,
        "two tablets of 1000 mg every four hours until the pain is gone",
        explanation="Two tablets of 1,000 mg every four hours is three times the adult maximum.",
        computation="2 tablets × 1,000 mg × 6 a day = 12,000 mg a day; limit 4,000 mg; ratio 3.0",
    )
    long = finding(
        d,
        "DOSE014",
        Severity.MAJOR,
        "ketorolac 10 mg",
        "for three weeks",
        category="excess_duration",
        explanation="Ketorolac is for five days at most.",
        computation="21 days; limit 5 days",
        citations=(GUIDE,),
    )
    story = finding(
        d,
        "DOSE021",
        Severity.MINOR,
        "she took it for years",
        category="open_ended_duration",
        confidence=Confidence.LOW,
        explanation="No end is given.",
        citations=(),
    )
    defect = finding(
        d,
        "TEXT003",
        Severity.INFO,
        "The treatment of () is",
        category=TEXT_DEFECT,
        explanation="The sentence stops in the middle.",
        citations=(),
    )
    ledger = make_ledger(
        d,
        lines,
        repairs=(
            *separators,
            Repair(hole, "", RuleId("empty-brackets"), "a link's text was dropped here"),
        ),
        defects=(defect,),
        mentions=(
            mention(d, "headache that comes back", "CONDITION", "headache"),
            mention(d, "tension headaches", "CONDITION", "tension headache"),
            mention(d, "sickness", "SYMPTOM", "nausea", Qualifier.NEGATED),
            mention(d, "Paracetamol", "DRUG", "paracetamol"),
            mention(d, "tablets of 1000 mg", "STRENGTH", "1,000 mg"),
            mention(d, "liver disease", "CONDITION", "liver disease", Qualifier.NEGATED),
            mention(d, "ketorolac", "DRUG", "ketorolac"),
            mention(
                d, "ibuprofen", "DRUG", "ibuprofen", Qualifier.HISTORICAL, Qualifier.OTHER_PERSON
            ),
            mention(d, "stomach", "ANATOMY", "stomach"),
            mention(d, "neck", "ANATOMY", "neck", Qualifier.POSSIBLE),
            mention(d, "fever", "SYMPTOM", "fever", Qualifier.POSSIBLE),
        ),
        doses=(
            DoseMention(
                at(d, "two tablets of 1000 mg every four hours"),
                "Paracetamol",
                at(d, "Paracetamol"),
                "paracetamol",
                amount=Quantity(2000, 2000, "mg"),
                count=Quantity(2, 2, "tablet"),
                strength=Quantity(1000, 1000, "mg"),
                form="tablet",
                per_day=(6, 6),
                interval_hours=4,
                daily_mg=12000,
                route="oral",
                computation="2 tablets × 1,000 mg × 6 a day = 12,000 mg a day",
            ),
            DoseMention(
                at(d, "ketorolac 10 mg may be drunk for three weeks"),
                "ketorolac",
                at(d, "ketorolac"),
                "ketorolac",
                amount=Quantity(10, 10, "mg"),
                duration_days=(21, 21),
                population=Population.ADULT,
            ),
        ),
        findings=(unsafe, long, story),
    )
    dismissed = Decision(
        id="d1",
        at="2024-05-02T09:30:00+00:00",
        by="M. Ortega",
        action=Action.DISMISS,
        page=d.id,
        fingerprint=story.fingerprint,
        rule=story.rule,
        quote="she took it for years",
        reason="a relative's story, no advice",
    )
    return Outcome(
        ledger,
        Fate.HELD,
        "2 open flags at or above major",
        stage="review",
        open=(unsafe, long, defect),
        settled=((story, dismissed),),
    )


def _fever(path: str, dose: str, *, held: bool) -> Outcome:
    """Two of these differ in a number only."""
    lines = [
        p("Home | Children | Fever", cut="site-navigation"),
        h("Fever at night: what parents can do"),
        p("Fever is the body's answer to an infection. A child who plays is rarely ill."),
        p(f"Give ibuprofen syrup {dose} three times a day after meals, for three days at most."),
        p("Call the doctor if a baby under three months has a fever."),
    ]
    d = make_document(path, lines, site=path.split("/")[0])
    found = finding(
        d,
        "DOSE007",
        Severity.MAJOR,
        dose,
        category="max_single_dose",
        explanation="The single dose is above the limit for a child of that weight.",
        computation="20 ml × 20 mg/ml = 400 mg; limit 200 mg",
    )
    ledger = make_ledger(
        d,
        lines,
        mentions=(
            mention(d, "ibuprofen", "DRUG", "ibuprofen"),
            mention(d, "baby under three months", "POPULATION", "infant"),
        ),
        findings=(found,) if held else (),
    )
    if held:
        return Outcome(ledger, Fate.HELD, "1 open flag at or above major", "review", open=(found,))
    return Outcome(ledger, Fate.EMITTED, "")


_TOPICS = (
    "Sleep in the last weeks of pregnancy", "A cough that will not go", "Salt and blood pressure",
    "The first weeks with a hearing aid", "Sunburn on the shoulders", "How to read a blood test",
    "Warts on a child's foot", "Walking after a new hip", "Iron tablets and tea",
    "Swollen ankles on a long flight", "What to ask before an operation", "Hay fever in the city",
    "Nosebleeds in winter", "Lactose and what still tastes good", "Back pain at the desk",
    "Why vaccines need a second dose", "Dry eyes at the screen", "Foot care with diabetes",
)  # fmt: skip
_SITES = ("lantern.example", "village-clinic.example", "health-notes.test", "mirror.example.com")


def _plain(index: int, topic: str, site: str) -> Outcome:
    """An ordinary clean article, the same for the same index."""
    lines = [
        p("Home   Topics   Search", cut="site-navigation"),
        h(topic),
        p(f"Readers often ask us about this. Here is what the nurses of ward {index} advise."),
        p("Start slowly, keep a diary, and ask your pharmacist before you buy anything."),
        *[p("Subscribe to our newsletter", cut="share-prompt")] * (index % 4),
        *[p("Ten foods that you should never ke...", cut="recommend-list")] * (index % 5),
    ]
    path = f"{site}/{topic.lower().replace(' ', '-')}-{index}.txt"
    d = make_document(path, lines, site=site, title=topic)
    ledger = make_ledger(d, lines, mentions=(mention(d, "pharmacist", "PERSON", "pharmacist"),))
    return Outcome(ledger, Fate.EMITTED, "")


def _away(path: str, words: str, reason: str, stage: str, fate: Fate = Fate.SET_ASIDE) -> Outcome:
    lines = [p(words)] if words else []
    d = make_document(path, lines)
    ledger = Ledger(d).apply(Changes(verdict=Verdict(fate, reason)), Provenance(stage, 1))
    return Outcome(ledger, fate, reason, stage)


def _copy(of: Outcome, path: str) -> Outcome:
    d = replace(of.ledger.document, id=page_id(path))
    d = replace(d, source=replace(d.source, path=path, metadata=Metadata(site=path.split("/")[0])))
    reason = f"the same words as {of.ledger.document.source.path}"
    ledger = Ledger(d, cuts=of.ledger.cuts, language=Language("en", 0.99))
    return Outcome(ledger, Fate.DUPLICATE, reason, "dedup", of=of.id)


def make_corpus() -> Corpus:
    """Sixty pages of four sites: clean, held, copied, set aside, failed."""
    plain = [
        _plain(n, _TOPICS[n % len(_TOPICS)], _SITES[(n * 7 + n // 5) % len(_SITES)])
        for n in range(40)
    ]
    right = _fever("village-clinic.example/fever-at-night.txt", "10 ml", held=False)
    wrong = _fever("mirror.example.com/fever-at-night.txt", "20 ml", held=True)
    copies = [_copy(plain[n], f"mirror.example.com/copy-{n}.txt") for n in (1, 2, 3, 6, 8)]
    twice = _copy(plain[1], "health-notes.test/reprint-1.txt")
    german, slow = "not English (de)", "took longer than 60 s"
    away = [
        _away("lantern.example/leer.txt", "", "the file is empty", "ingest"),
        _away("health-notes.test/fieber.txt", "Bei Fieber viel trinken.", german, "language"),
        _away("health-notes.test/husten.txt", "Husten dauert oft drei Wochen.", german, "language"),
        _away("mirror.example.com/photo.txt", "", "a JPEG picture, not text", "ingest"),
        _away("mirror.example.com/deep.html", "x", slow, "boilerplate", Fate.FAILED),
    ]
    every = [_headache(), right, wrong, *plain, *copies, twice, *away]
    links = [_exact(plain[n], c) for n, c in zip((1, 2, 3, 6, 8), copies, strict=True)]
    links.append(_exact(plain[1], twice))
    a, b = sorted((right.id, wrong.id))
    doses = ("10 ml", "20 ml") if a == right.id else ("20 ml", "10 ml")
    links.append(CopyLink(a, b, CopyKind.DIFFERS, 0.94, (Difference("number", *doses),)))
    clusters = [Cluster(plain[1].id, (copies[0].id, twice.id), "the longer text, found first")]
    clusters += [
        Cluster(plain[n].id, (c.id,), "has its publication date")
        for n, c in zip((2, 3, 6, 8), copies[1:], strict=True)
    ]
    lost = Decision(
        id="d9",
        at="2024-03-01T12:00:00+00:00",
        by="M. Ortega",
        action=Action.DISMISS,
        page=every[0].id,
        fingerprint="0" * 16,
        rule="DOSE001",
        quote="three tablets at bedtime",
        reason="quoted from a letter",
    )
    return Corpus(
        outcomes=tuple(sorted(every, key=lambda o: o.ledger.document.source.path)),
        copies=Copies(tuple(sorted(clusters, key=lambda c: c.kept)), tuple(links)),
        templates=Templates(
            (
                SiteTemplate(
                    "lantern.example", (TemplateLine("about us contact advertise", 14, 15),)
                ),
                SiteTemplate(
                    "mirror.example.com", (TemplateLine("home | children | fever", 9, 16),)
                ),
            )
        ),
        unmatched=(lost,),
        version="0.1.0",
    )


def _exact(one: Outcome, other: Outcome) -> CopyLink:
    a, b = sorted((one.id, other.id))
    return CopyLink(a, b, CopyKind.EXACT, 1.0)


def _nothing(_: object) -> tuple[()]:
    return ()


def _flag_rule(
    id: str, name: str, category: str, severity: Severity, summary: str
) -> FlagRule[Any]:
    return FlagRule(
        id=RuleId(id),
        name=name,
        category=category,
        severity=severity,
        summary=summary,
        advice="Ask the author for the source, or correct the dose to the leaflet's.",
        citations=(LABEL,),
        check=_nothing,
        flags=(Example("Take [[6 g of paracetamol a day]].", "above the adult maximum"),),
        passes=(Example("Never take 6 g of paracetamol a day.", "a warning, not advice"),),
        known_gaps=(Example("Take [[six grams]] of it.", "the drug stands a sentence earlier"),),
    )


def _cut_rule(id: str, summary: str) -> CutRule[Any]:
    return CutRule(
        id=RuleId(id),
        name=id.replace("-", "_"),
        summary=summary,
        seen="content farms and the archives of small magazines",
        find=_nothing,
        cuts=(Example("[[Home › Health › Head]]\n\nA headache is …", "a trail of links"),),
        keeps=(Example("Home is where most falls happen.", "a sentence about the home"),),
    )


def make_rules() -> dict[RuleId, Any]:
    rules = [
        _flag_rule("DOSE001", "paracetamol_adult_daily_maximum", "max_daily_dose",
                   Severity.CRITICAL, "More paracetamol a day than an adult's liver can stand."),
        _flag_rule("DOSE007", "ibuprofen_child_single_dose", "max_single_dose",
                   Severity.MAJOR, "A single dose of ibuprofen too high for the child's weight."),
        _flag_rule("DOSE014", "duration_beyond_the_limit", "excess_duration",
                   Severity.MAJOR, "A course longer than the medicine may be taken."),
        _flag_rule("DOSE021", "no_end_given", "open_ended_duration",
                   Severity.MINOR, "A medicine without a day to stop."),
        _cut_rule("site-navigation", "Menus, trails and footers of the site."),
        _cut_rule("recommend-list", "Teasers of other articles."),
        _cut_rule("share-prompt", "Share, follow, subscribe."),
    ]  # fmt: skip
    return {rule.id: rule for rule in rules}


ATTACKS = (
    "<script>window.hit = 1</script>",
    "</script><script>window.hit = 2</script>",
    "</style><img src=x onerror='window.hit = 3'>",
    '"><svg onload=window.hit=4>',
    "' onmouseover='window.hit = 5' x='",
    "{{ 7 * 7 }}{% include 'look.css' %}",
    "[press here](javascript:window.hit=6)",
    "![x](https://tracker.example/pixel.png)",
    "<https://tracker.example/>",
    "&lt;b&gt;bold&amp;",
    "dose \u202e001\u202c mg \u2066hidden\u2069",
    "para\u200bceta\u00admol",
    "nul \x00 and bell \x07 and \x1b]0;title\x07",
    "lone \ud800 surrogate",
    "}</style><style>@import url(https://tracker.example/a.css);body{display:none}",
    "--> <!-- -->",
    "=cmd|' /C calc'!A0",
)
LINKS = ("javascript:window.hit=7", "data:text/html,<script>window.hit=8</script>", "//x.example")


def make_hostile_corpus() -> Corpus:
    """Every attack in every place a page's words, a site's name or a decision can reach."""
    outcomes = []
    for index, attack in enumerate(ATTACKS):
        lines = [h(attack), p(f"First {attack} last."), p(f"cut {attack}", cut="share-prompt")]
        link = LINKS[index % len(LINKS)]
        known = {"title": attack, "site": attack, "author": attack, "url": link}
        d = make_document(f"{index}-{attack}.txt".replace("/", "_"), lines, **known)
        words = f"First {attack} last."
        flag = finding(
            d,
            "DOSE001",
            Severity.MAJOR,
            words,
            explanation=attack,
            computation=attack,
            category=attack,
            citations=(Citation(attack, attack, 2020, attack, link),),
        )
        repair = Repair(Span(at(d, words).end, at(d, words).end), attack, RuleId("r"), attack)
        body = Mention(at(d, attack), attack, Link(attack, attack, ((attack, attack),)))
        drug = DoseMention(at(d, words), attack, None, attack, computation=attack, route=attack)
        ledger = make_ledger(
            d, lines, repairs=(repair,), mentions=(body,), doses=(drug,), findings=(flag,)
        )
        note = Decision(f"e{index}", "2024-01-01", attack, Action.DISMISS, d.id, reason=attack)
        fate = (Fate.HELD, Fate.EMITTED, Fate.SET_ASIDE)[index % 3]
        is_open = fate is Fate.HELD
        outcomes.append(
            Outcome(
                ledger,
                fate,
                attack,
                attack,
                open=(flag,) if is_open else (),
                settled=() if is_open else ((flag, note),),
                approval=None if is_open else note,
            )
        )
    ids = sorted(o.id for o in outcomes)
    difference = Difference(ATTACKS[0], ATTACKS[1], ATTACKS[2])
    link = CopyLink(ids[0], ids[1], CopyKind.DIFFERS, 0.9, (difference,))
    lost = Decision("u", ATTACKS[0], ATTACKS[1], Action.NOTE, ids[0], quote=ATTACKS[2])
    lines = tuple(TemplateLine(attack, 2, 3) for attack in ATTACKS)
    return Corpus(
        outcomes=tuple(outcomes),
        copies=Copies((Cluster(ids[2], (ids[3],), ATTACKS[0]),), (link,)),
        templates=Templates((SiteTemplate(ATTACKS[3], lines),)),
        unmatched=(lost,),
        version=ATTACKS[0],
    )
