"""The hand-out: a story as PDF."""
