"""International: ILO conventions, structures that unions belong to, events and partners, countries
compared.
"""

from app.page import show

show("international")
