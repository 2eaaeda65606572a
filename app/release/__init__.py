"""Releases: numbered, immutable sets of Parquet files, checked, built, published, rolled back."""
