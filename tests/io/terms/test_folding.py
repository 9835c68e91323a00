import pytest

from pipeline.io.terms import folding


def test_other_code_or_another_tokenizer_is_another_fingerprint(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = folding.folding()
    for name, value in (("version", lambda _: "0"), ("MODULES", ("words.py",))):
        with monkeypatch.context() as patch:
            patch.setattr(folding, name, value)
            folding.folding.cache_clear()
            assert folding.folding() != now
    folding.folding.cache_clear()
    assert folding.folding() == now
