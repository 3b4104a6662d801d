import subprocess
import sys

MISSING = """
import cffi, sys
stock = cffi.FFI.dlopen
def dlopen(self, name, *flags):
    if "pango" in str(name):
        raise OSError(f"cannot load library '{name}': no such file")
    return stock(self, name, *flags)
cffi.FFI.dlopen = dlopen
from communique.diagnostics.refused import Refused
from communique.write import typesetter
try:
    typesetter.load()
except Refused as refused:
    (finding,) = refused.diagnostics
    print(finding.code.number, finding.message, "apt install libpango-1.0-0" in finding.help, sep="|")
"""


def run(script):
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout


def test_a_missing_library_is_named_with_its_packages():
    told = run(MISSING).strip()
    assert told == "CQ500|libpango-1.0-0 cannot be loaded|True"


def test_the_search_for_libraries_is_back_after_loading():
    script = (
        "import ctypes.util; stock = ctypes.util.find_library\n"
        "from communique.write import typesetter; typesetter.load(); typesetter.load()\n"
        "import weasyprint; print(ctypes.util.find_library is stock)"
    )
    assert run(script).strip() == "True"


def test_a_layout_can_be_named_without_loading_weasyprint():
    script = (
        "import sys; from communique.write import layout, writers, typesetter\n"
        "print(any(name.partition('.')[0] in {'weasyprint', 'pikepdf', 'lxml'} for name in sys.modules))"
    )
    assert run(script).strip() == "False"
