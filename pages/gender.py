"""Gender equality: women among members and in governing bodies, pay gap, management, occupations,
elected councils, unpaid work.
"""

from app.page import show

show("gender")
