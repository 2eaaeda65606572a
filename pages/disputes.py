"""Disputes and legal aid: labour conflicts, strikes, appeals, courts."""

from app.page import show

show("disputes")
