"""What copies are called in reports is a format: spreadsheets and scripts read it."""

import pickle

from pipeline.model.copies import Cluster, Copies, CopyKind, CopyLink, Difference
from pipeline.model.document import DocId


def test_kinds_by_name() -> None:
    assert {kind.value for kind in CopyKind} == {
        "exact", "near", "contained", "quotes", "differs", "similar",
    }  # fmt: skip


def test_copies_travel_between_processes() -> None:
    a, b = DocId("a"), DocId("b")
    link = CopyLink(a, b, CopyKind.DIFFERS, 0.9, (Difference("dose", "10 mg", "100 mg"),))
    copies = Copies((Cluster(a, (b,), "newest"),), (link,))
    assert pickle.loads(pickle.dumps(copies)) == copies
