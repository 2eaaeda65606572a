"""Sector: everything known about one sector, across areas."""

from app.page import show

show("sector")
