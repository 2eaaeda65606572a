"""One question answered, in one language, for one view: finding, chart, table, notes,
receipt code.
"""
