"""The finished PDF: metadata, tags and conformance on top of WeasyPrint's pages."""
