"""Organisation: membership, partnership, training, information, governance,
recognition, finance.
"""

from app.page import show

show("organisational")
