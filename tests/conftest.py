"""What every test may rely on: known fonts, renewing goldens, properties that draw the same examples each time."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from communique.write import fonts

fonts.configure(Path(tempfile.gettempdir()) / "communique-fonts")  # before any test module loads WeasyPrint
LARGEST_GOLDEN = 20 * 1024

settings.register_profile(
    "house",
    derandomize=True,  # the same examples on every machine: a red test stays red
    deadline=None,  # two cores, shared: time is measured by make bench
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("soak", parent=settings.get_profile("house"), derandomize=False, max_examples=5000)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what the tests got over what they expect")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """True when this run renews the goldens (make accept)."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture
def golden(request: pytest.FixtureRequest, accept: bool) -> Callable[[str, str], None]:
    """Holds a text against `goldens/NAME` beside the test; an expectation nobody can read is refused."""

    def compare(name: str, text: str) -> None:
        expected = Path(request.path).parent / "goldens" / name
        assert len(text.encode()) <= LARGEST_GOLDEN, f"{name} is too long to be read: assert what matters instead"
        if accept:
            expected.parent.mkdir(exist_ok=True)
            expected.write_text(text, encoding="utf-8", newline="")
        assert expected.is_file(), f"{name} has no golden yet: make accept writes it, git diff shows it"
        assert text == expected.read_bytes().decode(), f"{name} changed: make accept renews it, if that is meant"

    return compare
