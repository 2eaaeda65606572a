"""Safety at work: accidents, victims, employers' fault, prevention."""

from app.page import show

show("safety")
