import pytest

from communique.write.fetcher import INLINE_LIMIT, SheetFetcher
from sheet_making import make_sheet

PICTURE = b"\x89PNG"


def fetcher():
    return SheetFetcher(
        make_sheet("", pictures={"map.png": PICTURE}, assets={"seal.svg": b"<svg/>", "more.css": b"p {}"})
    )


@pytest.mark.parametrize(
    ("address", "data", "kind"),
    [
        ("pictures/map.png", PICTURE, "image/png"),
        ("./pictures/map.png", PICTURE, "image/png"),
        ("pictures/map%2Epng", PICTURE, "image/png"),
        ("seal.svg#part", b"<svg/>", "image/svg+xml"),
        ("data:image/svg+xml,%3Csvg/%3E", b"<svg/>", "image/svg+xml"),
        ("data:image/png;base64,iVBO", b"\x89PN", "image/png"),
    ],
)
def test_what_the_sheet_holds_is_served(address, data, kind):
    response = fetcher().fetch(address)
    assert (response.read(), response.content_type) == (data, kind)


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/map.png",
        "https://example.org/pictures/map.png",
        "//example.org/map.png",
        "HTTP://example.org/map.png",
        "file:///etc/passwd",
        "/etc/passwd",
        "/pictures/map.png",
        "ftp://example.org/map.png",
        "../secret.png",
        "pictures/../../map.png",
        "pictures/other.png",
        "map.png",
        "more.css",
        "communique:sheet/pictures/map.png",
        "",
        "data:text/css,p{}",
        "data:text/html,<p>",
        "data:,words",
        "data:image/png;base64,%%%",
        "data:image/png," + "a" * (INLINE_LIMIT + 1),
    ],
)
def test_everything_else_is_refused_and_remembered(address):
    door = fetcher()
    with pytest.raises(LookupError):
        door.fetch(address)
    assert list(door.refused) == [address]
