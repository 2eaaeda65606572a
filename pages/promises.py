"""Promises: who promised what in the documents, and where it stands."""

from app.page import show

show("promises")
