"""Figures: every figure and statistic, to be searched."""

from app.page import show

show("figures")
