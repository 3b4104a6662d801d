"""Finished files before the validators: page-validation for PDF, openxml-audit and ooxml-integrity for Word.

They are an extra of the installation. What they cannot see is looked for by our own checks.
"""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from communique.diagnostics.codes import conformance as codes
from communique.diagnostics.diagnostic import Diagnostic
from communique.diagnostics.refused import Refused
from communique.model.standard import Standard
from communique.write.docx.package_checks import package_faults

if TYPE_CHECKING:
    import page

VALIDATORS = MappingProxyType(
    {"page": "page-validation", "openxml_audit": "openxml-audit", "ooxml_integrity": "ooxml-integrity"}
)
"""The modules that must be there, and the packages that bring them: the extra `conformance`."""

ALWAYS = "PDF/UA-1"
ARCHIVES = MappingProxyType({Standard.A3A: "PDF/A-3a", Standard.A2A: "PDF/A-2a"})


def need_validators() -> None:
    """Refused when a validator is not installed."""
    missing = [package for module, package in VALIDATORS.items() if find_spec(module) is None]
    if missing:
        message = f"{', '.join(missing)} cannot be loaded"
        raise Refused(codes.MISSING_VALIDATORS.at(None, message, help=codes.MISSING_VALIDATORS.right))


def conformance(path: Path) -> tuple[str, tuple[Diagnostic, ...]]:
    """What a file was held against, in words for a table, and all that is wrong in it."""
    data = path.read_bytes()
    if path.suffix.lower() == ".pdf":
        return pdf_conformance(data)
    return "Word", tuple(_word(path, data))


def pdf_conformance(data: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    """The same for the bytes of a PDF: the archive that it claims to be for, and PDF/UA-1 always."""
    import page  # noqa: PLC0415  the validators are an extra

    from communique.write.pdf.document_checks import claimed  # noqa: PLC0415  pikepdf is for those who verify
    from communique.write.pdf.opened import OpenedPdf  # noqa: PLC0415
    from communique.write.pdf.structure_checks import structure_findings  # noqa: PLC0415

    try:
        standard = claimed(OpenedPdf(data))
    except Refused as refused:
        return ALWAYS, refused.diagnostics
    profiles = {
        Standard.A3A: page.ValidationProfile.PDF_A_3A,
        Standard.A2A: page.ValidationProfile.PDF_A_2A,
    }
    asked = {ARCHIVES[standard]: profiles[standard]} if standard in profiles else {}
    asked[ALWAYS] = page.ValidationProfile.PDF_UA_1
    breaches = [breach for name, profile in asked.items() for breach in _breaches(name, data, profile)]
    return ", ".join(asked), (*breaches, *structure_findings(data))


def _breaches(name: str, data: bytes, profile: "page.ValidationProfile") -> Iterator[Diagnostic]:
    import page  # noqa: PLC0415  the validators are an extra

    try:
        failures = page.validate_pdf_bytes(data, profile=profile).failures
    except page.PageError as fault:
        yield codes.BREACHED_STANDARD.at(None, f"{name}: {fault}", help=codes.BREACHED_STANDARD.right)
        return
    for failure in failures:
        where = f" (object {failure.object_id})" if failure.object_id else ""
        message = f"{name}: {failure.message}{where}, rule {failure.rule_id}"
        yield codes.BREACHED_STANDARD.at(None, message, help=codes.BREACHED_STANDARD.right)


def _word(path: Path, data: bytes) -> Iterator[Diagnostic]:
    import ooxml_integrity  # noqa: PLC0415  the validators are an extra
    from openxml_audit import OpenXmlValidator, PackageValidationError  # noqa: PLC0415

    try:
        complaints = [str(error) for error in OpenXmlValidator().validate(path).errors]
        complaints += [" ".join(str(found).split()) for found in ooxml_integrity.check(path)]
    except (PackageValidationError, ValueError, OSError, KeyError) as fault:
        yield codes.UNREADABLE_WORD_FILE.at(None, f"this is no Word file: {fault}", help="build it again")
        return
    yield from (codes.INVALID_WORD_FILE.at(None, said, help=codes.INVALID_WORD_FILE.right) for said in complaints)
    yield from (codes.UNSOUND_WORD_FILE.at(None, said, help="build the file again") for said in package_faults(data))
