"""Programmes: every system and programme that the documents name, and what is known of it."""

from app.page import show

show("programmes")
