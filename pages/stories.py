"""Stories: exhibits in the order in which a speaker shows them, those of the house
and one's own.
"""

from app.page import show

show("stories")
