"""Youth: young members against the goal, unemployment, NEET by region and sex, first jobs, working
teenagers.
"""

from app.page import show

show("youth")
