"""How progress is judged: the method behind the page of promises, with an example."""

from app.page import show

show("method")
