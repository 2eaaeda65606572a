"""The only door to DuckDB at run time."""
