"""Where the look and the example stand that every communique brings along."""

from pathlib import Path
from typing import Literal

HERE = Path(__file__).resolve().parent


def folder(name: Literal["templates", "content"], package: Path = HERE) -> Path:
    """The shipped folder: inside an installed wheel, else at the top of the checkout.

    Why: there is one copy in the repository, mapped into the package when a wheel is built, so an
    edit of `templates/` is at once what a checkout ships (see pyproject.toml).
    """
    inside, beside = package / "_shipped" / name, package.parents[1] / name
    return inside if inside.is_dir() else beside
