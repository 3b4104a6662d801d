"""The rules of the house: which way imports point, what a command may load, what a file is called."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "communique"
MODULES = sorted(SRC.rglob("*.py"))
SILENT_NAMES = {"utils", "helpers", "common", "shared", "misc", "base", "manager", "handler", "processor", "service"}
HEAVY = {"weasyprint", "docx", "lxml", "pydantic", "jinja2", "pikepdf", "babel", "starlette", "uvicorn", "watchfiles"}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the package that stands in a folder's src."""
    linter = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, 'src'); {linter}", "--no-cache", "--no-logo"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_imports_point_one_way():
    told = lint_imports(ROOT)
    assert told.returncode == 0, told.stdout + told.stderr


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("render/intruder.py", "from communique.write import style"),
        ("model/intruder.py", "from communique.read import intruder"),
        ("diagnostics/intruder.py", "import communique.model.audience"),
        ("check/intruder.py", "def late():\n    import communique.engine"),
        ("write/docx/intruder.py", "from communique.model.dossier import Dossier"),
        ("deliver/intruder.py", "from communique.model.withheld import Withheld"),
        ("read/intruder.py", "from communique.model.withheld import Withheld"),
        ("cli/intruder.py", "from communique.model.withheld import Withheld"),
        ("homeless/__init__.py", ""),
    ],
)
def test_an_import_that_points_elsewhere_is_caught(tmp_path, module, line):
    shutil.copytree(SRC, tmp_path / "src" / "communique", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    intruder = tmp_path / "src" / "communique" / module
    intruder.parent.mkdir(exist_ok=True)
    (intruder.parent / "__init__.py").touch()
    intruder.write_text(line + "\n", encoding="utf-8")
    told = lint_imports(tmp_path)
    assert told.returncode == 1
    assert module.split("/")[0] in told.stdout


def test_no_command_loads_what_is_heavy():
    script = (
        "import importlib, pkgutil, sys, communique.cli as cli\n"
        "for module in pkgutil.walk_packages(cli.__path__, 'communique.cli.'): importlib.import_module(module.name)\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))\n"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "communique" in told.stdout.split()
    assert HEAVY.isdisjoint(told.stdout.split())


def private_imports(text: str) -> list[str]:
    """What a module imports of WeasyPrint that its documentation does not promise."""
    promised = {"weasyprint", "weasyprint.text.fonts", "weasyprint.urls"}
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names if re.match(r"weasyprint\.", alias.name)]
        if isinstance(node, ast.ImportFrom) and re.match(r"weasyprint(\.|$)", node.module or ""):
            public = {
                alias.name for alias in node.names if re.match(r"[A-Z]|__version__|default_url_fetcher", alias.name)
            }
            hidden = {alias.name for alias in node.names} - public
            found += [node.module] if node.module not in promised else [f"{node.module}.{name}" for name in hidden]
    return found


def test_only_one_folder_touches_weasyprints_private_side():
    elsewhere = [path for path in MODULES if "weasyprint_private" not in path.parts]
    strangers = {str(path): private_imports(path.read_text(encoding="utf-8")) for path in elsewhere}
    assert {path: names for path, names in strangers.items() if names} == {}


@pytest.mark.parametrize(
    "line",
    [
        "import weasyprint.css",
        "from weasyprint.css import x",
        "from weasyprint import pdf",
        "from weasyprint.urls import _x",
    ],
)
def test_a_private_import_is_caught_wherever_it_hides(line):
    assert private_imports(f"def late():\n    {line}")


def test_a_promised_import_is_allowed():
    lines = ("import weasyprint", "from weasyprint import HTML", "from weasyprint.text.fonts import FontConfiguration")
    assert private_imports("\n".join(lines)) == []


def test_every_name_says_what_the_file_is_for():
    names = {name for path in MODULES for name in path.relative_to(SRC).with_suffix("").parts}
    assert names.isdisjoint(SILENT_NAMES)


def test_every_module_opens_with_what_it_is_for():
    assert [path for path in MODULES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))] == []


def locked() -> dict[str, str]:
    """The locked versions by name."""
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pins = (re.match(r"([\w.-]+)==([\w.]+)", line) for line in lines)
    return {canonicalize_name(pin[1]): pin[2] for pin in pins if pin}


def test_the_lock_holds_what_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    asked += [line for group in project["dependency-groups"].values() for line in group]
    wanted = [Requirement(line) for line in asked]
    pins = locked()
    outdated = [
        str(need) for need in wanted if not need.specifier.contains(pins.get(canonicalize_name(need.name), "0"))
    ]
    absent = [need.name for need in wanted if canonicalize_name(need.name) not in pins]
    assert (outdated, absent) == ([], [])


def test_the_lock_is_for_everybody():
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert not re.search(r"://|file:|--(?:extra-)?index|--find-links|^\s*/| @ ", text, re.MULTILINE)
    pins = re.findall(r"^[\w.-]+==[^\n]*\n(?:\s+--hash=sha256:[0-9a-f]{64}[^\n]*\n)+", text, re.MULTILINE)
    assert len(pins) == len(locked())


def test_make_tells_what_each_target_does():
    make = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^\.PHONY: (.*)$", make, re.MULTILINE)) - {"ready equipped peers"}
    told = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"^  make (\w+) +\S", told, re.MULTILINE)) == targets
    assert targets >= {"all", "test", "check", "lint", "accept", "bench", "docs", "lock", "soak", "clean", "help"}


def test_make_names_no_content_and_no_place_of_one_machine():
    make = (ROOT / "Makefile").read_text(encoding="utf-8")
    rules = re.findall(r"^[a-z]+:(.*?)(?:##|$)", make, re.MULTILINE)
    assert rules and not any(re.search(r"content|/", rule) for rule in rules)
    assert not re.search(r"(?:^|[\s=\"'])/(?!dev/null)\w", make)
