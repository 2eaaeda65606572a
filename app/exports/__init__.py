"""Writes exhibits to files; asks no database and draws no page."""
