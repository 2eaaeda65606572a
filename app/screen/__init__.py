"""Pages as plain data: one module per kind of page."""
