"""Whether the reader is sent for help, here or beside what else he is told to do.

"Call an ambulance and lie down meanwhile" puts nothing off. But "don't call an ambulance" and "if
it lasts three days, call one" hold the same words and send nobody anywhere.
"""

from __future__ import annotations

from pipeline.stages.dosing.scope.passage import Passage, Sentence


def help_at_once(passage: Passage, sentence: Sentence, where: Sentence) -> str | None:
    """Why nothing is put off in `sentence`: the reader gets help at once, by it, by `where` (which
    names the condition), or by the next sentence. None where he does not."""
    if sends_for_help(sentence) or sentence.has("until_help_comes"):
        return "tells the reader to get help at once"
    if where is not sentence and sends_for_help(where):
        return "the sentence before tells the reader to get help"
    for neighbour in (passage.before(sentence), passage.after(sentence)):
        if neighbour and neighbour.block == sentence.block and sends_for_help(neighbour):
            return "the sentence beside it tells the reader to get help"
    return None


def sends_for_help(sentence: Sentence) -> bool:
    """False where help is declined, asked about, or sought only when days of home treatment have
    failed."""
    if sentence.words.rstrip(" \"'”’)").endswith("?"):
        return False
    failed = sentence.of("home_has_failed") if sentence.has("span_of_time") else ()
    declined = [cue.span for cue in sentence.of("no_care_needed", "puts_off", "or_hospital")]
    return any(
        not any(f.span.start <= help_.span.start for f in failed)
        and not any(span.overlaps(help_.span) for span in declined)
        for help_ in sentence.of("help_now")
    )
