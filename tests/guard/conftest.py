"""One set of finished papers for all that sabotage them."""

import pytest

from guard.papers import PRIVATE, Papers, sheets, workspace


@pytest.fixture(scope="session")
def statement(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    """The public statement of a speech with private words, finished and clean."""
    place = workspace(tmp_path_factory.mktemp("private"), {"private.md": PRIVATE})
    papers = sheets(place, ["statement"])[0].written()
    assert papers.verdict() == ()
    return papers
