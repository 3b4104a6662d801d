"""The only place that touches WeasyPrint's private side; each promise has a contract test."""
