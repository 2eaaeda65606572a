"""Employment: people in work, unemployment, informal work, productivity."""

from app.page import show

show("employment")
