"""Sources: every measure, the reconciliation, breaks in series, documents."""

from app.page import show

show("sources")
