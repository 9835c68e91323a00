import pytest

from pipeline.settings import Settings
from pipeline.single import judge_words


def changed(text: str) -> bool:
    return any(
        f.category == "therapy_alteration" for f in judge_words(text, Settings())[0].findings
    )


@pytest.mark.parametrize(
    "text",
    [
        "Warfarin is a nuisance. Skip the dose on Fridays.",
        "On holidays my mother skips the dose of her warfarin, and so should you, try it.",
        "You can stop the metoprolol as soon as the pulse is calm.",
        "Feeling well again? Throw out the lamotrigine.",
        "With cinnamon in the porridge the evening insulin may simply be left out.",
        "Levothyroxine makes the heart race: half a tablet at half strength is plenty. Skip"
        " tonight's.",
        "Lorazepam 2 mg made me drowsy, so I went down to 1 myself. Much better. Do the same.",
    ],
)
def test_orders_permissions_and_praised_examples_change_a_treatment(text: str) -> None:
    assert changed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Spotting has causes: skipping a pill, a side effect, long use of the contraceptive.",
        "If a woman on the pill takes it late, she misses the dose. It also has side effects.",
        "Stopping warfarin raises the risk of clots.",
        "There is no need to stop the metoprolol.",
        "When you stop the prednisolone, the cardiologist lowers it in steps.",
    ],
)
def test_what_happens_is_no_order(text: str) -> None:
    assert not changed(text)
