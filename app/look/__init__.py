"""Colours, type sizes and the typeface."""
