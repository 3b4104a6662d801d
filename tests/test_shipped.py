"""The shipped folders are found in a checkout and inside an installed package."""

from pathlib import Path

import pytest

import communique
from communique import shipped

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", ["templates", "content"])
def test_a_checkout_ships_what_stands_at_its_top(name):
    assert shipped.folder(name).samefile(ROOT / name)


@pytest.mark.parametrize("name", ["templates", "content"])
def test_an_installed_package_ships_what_it_carries(tmp_path, name):
    package = tmp_path / "site-packages" / "communique"
    (package / "_shipped" / name).mkdir(parents=True)
    (tmp_path / name).mkdir()
    assert shipped.folder(name, package) == package / "_shipped" / name


def test_the_checkout_has_no_stale_copy_of_what_it_ships():
    assert not (Path(communique.__file__).parent / "_shipped").exists()
