"""Timeline: every dated event of the documents, by kind, month and region; the year of the report
and what came before.
"""

from app.page import show

show("timeline")
