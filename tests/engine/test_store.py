"""The store gives back what it was given, or nothing."""

import os
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.engine.store import DRAFT_AGE, Store

KEY = "ab" * 32


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path)


def test_bytes_come_back_by_their_digest(store):
    digest = store.keep_bytes(b"words")
    assert store.holds(digest)
    assert store.data(digest) == b"words"
    assert store.data(KEY) is None


def test_altered_bytes_are_gone(store, tmp_path):
    digest = store.keep_bytes(b"words")
    (tmp_path / "bytes" / digest[:2] / digest).write_bytes(b"sword")
    assert store.data(digest) is None
    assert not store.holds(digest)
    assert store.data(store.keep_bytes(b"words")) == b"words"


@given(cut=st.integers(0, 200), bit=st.integers(0, 7))
def test_a_note_comes_back_whole_or_not_at_all(tmp_path_factory, cut, bit):
    store = Store(tmp_path_factory.mktemp("store"))
    note = {"findings": [{"message": "à la carte"}], "files": {"pdf": {"pages": 2}}}
    store.keep_note(KEY, note)
    assert store.note(KEY) == {**note, "version": 3}
    (file,) = store.folder.glob("notes/*/*")
    whole = bytearray(file.read_bytes())
    at = cut % len(whole)
    torn, flipped = whole[:at], bytearray(whole)
    flipped[at] ^= 1 << bit
    for harmed in (torn, flipped):
        file.write_bytes(harmed)
        assert store.note(KEY) is None


def test_what_is_longest_unused_is_thrown_away_first_and_what_is_in_use_never(store, tmp_path):
    digests = [store.keep_bytes(bytes([number]) * 100) for number in range(5)]
    for age, digest in enumerate(digests):
        seen = time.time() - age * 100
        os.utime(tmp_path / "bytes" / digest[:2] / digest, (seen, seen))
    store.prune([digests[4]], largest=250)
    assert [store.holds(digest) for digest in digests] == [True, True, False, False, True]


def test_notes_longest_unused_go_too(store, tmp_path):
    for number in range(4):
        store.keep_note(f"{number}{number}" * 32, {"words": "w" * 100})
        (place,) = tmp_path.glob(f"notes/{number}{number}/*")
        os.utime(place, (number, number))
    assert store.note("00" * 32) is not None  # asked for: now the youngest
    store.prune([], largest=5000)
    assert [store.note(f"{number}{number}" * 32) is not None for number in range(4)] == [True, False, False, True]


def test_drafts_that_nobody_finishes_go(store, tmp_path):
    digest = store.keep_bytes(b"words")
    folder = tmp_path / "bytes" / digest[:2]
    (folder / f"{digest}.4711").write_bytes(b"wo")
    (folder / f"{digest}.4712").write_bytes(b"wo")
    old = time.time() - DRAFT_AGE - 1
    os.utime(folder / f"{digest}.4711", (old, old))
    store.prune([])
    assert sorted(path.name for path in folder.iterdir()) == [digest, f"{digest}.4712"]
