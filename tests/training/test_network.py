from pipeline.stages.entities.words import split_words
from pipeline.training.network import blank_pipeline


def test_tokens_part_where_the_lexicon_reads_words() -> None:
    text = "Anti-inflammatory drugs (aspirin500 mg/day) don't help: see 5-HT."
    words = split_words(text)
    starts = {token.idx for token in blank_pipeline().make_doc(text)}
    assert set(words.starts) <= starts


def test_a_pipeline_owns_its_words() -> None:
    first, second = blank_pipeline(), blank_pipeline()
    first.make_doc("qwvlumbago")
    assert "qwvlumbago" in first.vocab.strings
    assert "qwvlumbago" not in second.vocab.strings


def test_tokens_have_the_features_that_the_network_reads() -> None:
    (token,) = blank_pipeline().make_doc("Aspirin")
    assert (token.norm_, token.prefix_, token.suffix_, token.shape_) == (
        "aspirin",
        "A",
        "rin",
        "Xxxxx",
    )
