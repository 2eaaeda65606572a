"""What changed: what each release added, revised and withdrew, by whom and why."""

from app.page import show

show("changes")
