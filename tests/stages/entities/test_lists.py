from pipeline.stages.entities.lists import is_lead_in, leads_on, line_start, list_items


def items(text: str, *, colon: bool = True) -> list[str]:
    """The items behind the first colon, or behind the first line end, in words parted by spaces."""
    folded = text.split(" ")
    start = folded.index(":") + 1 if colon else folded.index("\n")
    return [" ".join(folded[at] for at in item) for item in list_items(folded, start, colon=colon)]


def test_a_list_on_the_same_line_ends_with_it() -> None:
    assert items("avoid : asthma , ulcers \n more") == ["asthma , ulcers"]
    assert items("avoid : asthma , ulcers . It helps") == ["asthma , ulcers"]


def test_bulleted_lines_go_on_while_there_are_bullets() -> None:
    assert items("avoid : \n - asthma \n - ulcers \n Take it with food \n") == [
        "- asthma",
        "- ulcers",
    ]


def test_numbered_lines_are_a_list() -> None:
    assert items("avoid : \n 1. asthma \n 2. ulcers \n") == ["1. asthma", "2. ulcers"]


def test_plain_lines_go_on_while_they_are_short_and_no_sentences() -> None:
    assert items("avoid : \n asthma \n ulcers \n Take it with food . \n gout") == [
        "asthma",
        "ulcers",
    ]
    assert items("avoid : \n " + "very " * 20 + "long \n") == []


def test_of_an_item_only_the_first_sentence_is_read() -> None:
    assert items("avoid : \n - asthma . It may get worse . \n - gout \n") == ["- asthma", "- gout"]


def test_a_heading_leads_to_bullets_and_to_lines_that_are_no_clauses() -> None:
    assert items("contraindication \n - asthma \n", colon=False) == ["- asthma"]
    assert items("contraindication \n asthma \n ulcers \n", colon=False) == ["asthma", "ulcers"]
    assert items("contraindication \n asthma , ulcers . \n", colon=False) == ["asthma , ulcers"]
    assert items("contraindication \n asthma is common . \n", colon=False) == []
    assert items("avoid if \n you are ill \n ask first \n", colon=False) == ["you are ill"]


def test_the_next_heading_ends_a_list() -> None:
    assert items("contraindication \n asthma \n side effects \n", colon=False) == ["asthma"]


def test_items_below_items_explain() -> None:
    text = "avoid if \n • an ulcer \n ◦ pain \n • asthma \n"
    assert items(text, colon=False) == ["• an ulcer", "• asthma"]


def test_an_empty_line_or_the_end_ends_a_list() -> None:
    assert items("avoid : \n asthma \n \n gout") == ["asthma"]
    assert items("avoid : \n") == []


def test_what_may_lead_to_a_list() -> None:
    assert leads_on(["avoid", ":"], 0, 2)
    assert leads_on(["who", "?"], 0, 2)
    assert leads_on(["contraindication", "\n", "-", "asthma"], 0, 1)
    assert leads_on(["contraindication", "\n", "asthma"], 0, 1)
    assert not leads_on(["contraindication"], 0, 1)
    assert not leads_on(["it", "helps", ".", "\n", "asthma"], 0, 3)


def test_a_lead_in_is_a_whole_line_and_short() -> None:
    assert is_lead_in(["fever", "\n", "avoid", "if", "\n"], 2, 4)
    assert not is_lead_in(["it", "helps", "avoid", "if", "\n"], 2, 4)
    assert not is_lead_in(["avoid"] * 20, 0, 20)


def test_where_the_last_line_begins() -> None:
    assert line_start(["fever", "\n", "avoid", "if", "\n"], 0, 4) == 2
    assert line_start(["avoid", "if"], 0, 2) == 0


def test_a_line_without_end_is_read_in_bounded_time() -> None:
    endless = ["avoid", ":", "\n", "-", *["asthma"] * 10_000]
    assert [len(item) for item in list_items(endless, 2, colon=True)] == [60]
