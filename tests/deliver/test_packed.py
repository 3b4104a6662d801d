"""A parcel on the side of whoever receives it: what was lost, added or changed is named."""

from contextlib import suppress
from io import BytesIO
from zipfile import ZipFile

import pytest

from communique.deliver.parcel import Parcel, hand_over, lies_there
from communique.deliver.verification import verify
from communique.guard.zip_members import Unreadable, members
from communique.model.audience import Audience

PARCEL = Parcel("m/distribution/public/Türkiye", Audience.PUBLIC, (("a.pdf", b"one"), ("README.txt", b"two")))


def words(path, change):
    """How each file of a changed pack stands to its list."""
    files = dict(PARCEL.members)
    change(files)
    with ZipFile(path, "w") as opened:
        for name, data in files.items():
            opened.writestr(name, data)
    return {one.path.name: one.word for one in verify([path])}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda files: None, {"a.pdf": "ok", "README.txt": "ok"}),
        (lambda files: files.update({"a.pdf": b"ONE"}), {"a.pdf": "altered", "README.txt": "ok"}),
        (lambda files: files.pop("a.pdf"), {"a.pdf": "missing", "README.txt": "ok"}),
        (lambda files: files.update(b=b""), {"a.pdf": "ok", "README.txt": "ok", "b": "unlisted"}),
        (lambda files: files.pop("SHA256SUMS"), {"pack.zip": "unreadable"}),
    ],
)
def test_a_pack_is_held_against_its_own_list(tmp_path, change, told):
    assert words(tmp_path / "pack.zip", change) == told


def test_a_pack_with_any_byte_altered_ends_in_a_verdict(tmp_path):
    whole = PARCEL.zipped()
    said = set()
    for place in range(len(whole)):
        damaged = whole[:place] + bytes((whole[place] ^ 0xFF,)) + whole[place + 1 :]
        (tmp_path / "pack.zip").write_bytes(damaged)
        said |= {one.word for one in verify([tmp_path / "pack.zip"])}
        with suppress(Unreadable):
            list(members(damaged))
    assert "unreadable" in said


def test_what_is_no_zip_is_said_so(tmp_path):
    (tmp_path / "pack.zip").write_bytes(b"PK, or not")
    assert [one.word for one in verify([tmp_path / "pack.zip"])] == ["unreadable"]


def test_a_parcel_takes_the_place_of_the_one_before(tmp_path):
    old = hand_over(Parcel(PARCEL.place, Audience.PUBLIC, (("old.pdf", b""), ("README.txt", b""))), tmp_path)
    new = hand_over(PARCEL, tmp_path)
    assert old != new and {path.name for path in (tmp_path / PARCEL.place).iterdir()} == dict(PARCEL.members).keys()
    assert [one.word for one in verify([tmp_path / "m"])] == ["ok"] * 4


def test_the_same_files_give_the_same_zip():
    backwards = Parcel(PARCEL.place, Audience.PUBLIC, PARCEL.files[::-1])
    assert backwards.zipped() == PARCEL.zipped()
    with ZipFile(BytesIO(PARCEL.zipped())) as opened:
        assert opened.namelist() == ["README.txt", "SHA256SUMS", "a.pdf"]


def test_an_altered_parcel_is_not_taken_for_the_one_that_was_made(tmp_path):
    digest = hand_over(PARCEL, tmp_path)
    names = dict(PARCEL.members)
    digests = [(line.split("  ")[1], line.split("  ")[0]) for line in PARCEL.sums.decode().splitlines()]
    assert not lies_there(PARCEL.place, digests, digest, tmp_path)  # SHA256SUMS itself counts too
    (tmp_path / PARCEL.place / "SHA256SUMS").unlink()
    assert lies_there(PARCEL.place, digests, digest, tmp_path) and len(names) == 3
    (tmp_path / PARCEL.place / "a.pdf").write_bytes(b"ONE")
    assert not lies_there(PARCEL.place, digests, digest, tmp_path)
