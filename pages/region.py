"""Region: everything known about one region, across areas."""

from app.page import show

show("region")
