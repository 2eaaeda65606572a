"""The dashboard's code, one module per job; imports point one way (see docs/decisions.md)."""
