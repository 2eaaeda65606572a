"""Draws a page: one keyed element that holds it all. The only module of `app/` that uses Streamlit;
computes nothing.
"""

from __future__ import annotations

import gc
import logging
import os
from urllib.parse import parse_qsl

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from app.catalogue.pages import FRONT, Page, known_pages
from app.frontend.assets import asset_address
from app.screen.compose import compose_without, failed, without_release
from app.screen.pieces import Sent
from app.store.open import open_current
from app.store.store import Store, allowed_codes
from app.view import NAMES, Refusal, View, browser_language, from_query, unknown_page
from app.words.say import DEFAULT_LANGUAGE, LANGUAGES

_LOG = logging.getLogger(__name__)
# The element's own script is a few lines: the page's script comes from the server once, cached for
# good.
_LOADER = """
const ready = import(new URL("%s", document.baseURI).href);
export default function (component) {
  let stop;
  ready.then((page) => { stop = page.render(component); });
  return () => stop?.();
}
"""


def show(page: str) -> None:
    """Show a page (`front`, an area's id, `sources`) as the link asks for it; nothing here raises
    to the viewer.
    """
    st.set_page_config(layout="wide", initial_sidebar_state="collapsed")
    language = _language()
    try:
        store = open_current()
    except Exception:
        # The log names the cause (facts that are refused at the very first start, say); the viewer
        # is told what to do.
        _LOG.exception("no release can be shown")
        _draw(without_release(page, View(language)))
        return
    view, refusals = _view(store, language)
    if page not in known_pages():
        # An area of which this federation has no facts: its file for Streamlit stands all the same.
        page, refusals = FRONT, (*refusals, unknown_page(page))
    sent = _sent()
    try:
        payload, pieces = compose_without(page, view, refusals, store, sent, scratch=_scratch())
    except Exception:
        _LOG.exception("page %s failed for %s", page, view)
        payload, pieces = failed(page, view, store), ()
    act = _draw(payload)
    sent.note(pieces)
    _settle()
    if wanted := known_pages().get(act.get("page", "")):
        _go(wanted, view)


def _draw(payload: bytes) -> dict[str, str]:
    """Show the page; return what the viewer asks for by it, nothing if they do not."""
    act = _element()(key="page", data=payload, on_act_change=_obey).act
    return dict(act or {})


def _obey() -> None:
    """Take over the address that the page's script has set, for Streamlit learns of it only when it
    is told; send everything if the script misses what it was thought to have.
    """
    act = st.session_state["page"].act or {}
    if act.get("lost"):
        _sent().forget()
    asked = dict(parse_qsl(act.get("query", "").lstrip("?")))
    if asked and asked != st.query_params.to_dict():
        st.query_params.from_dict(asked)


def _sent() -> Sent:
    """Return what the browser of this session has got."""
    sent = st.session_state.setdefault("sent", Sent())
    assert isinstance(sent, Sent)
    return sent


@st.cache_resource
def _element() -> ComponentRenderer:
    return st.components.v2.component(
        "union_indicators",
        html='<div class="ui"></div>',
        js=_LOADER % asset_address("app.js"),
        isolate_styles=False,
    )


def _language() -> str:
    asked = st.query_params.get("lang")
    return asked if asked in LANGUAGES else browser_language(st.context.locale, DEFAULT_LANGUAGE)


def _view(store: Store, language: str) -> tuple[View, tuple[Refusal, ...]]:
    """Read the view from the URL, which is its only place: reload, Back, and a link sent to a
    friend are all the same.
    """
    asked = {name: value for name in NAMES if (value := st.query_params.get(name))}
    view, refusals = from_query(asked, allowed_codes(store), language)
    if missing := st.query_params.get("unknown"):
        refusals = (*refusals, unknown_page(missing))
    return view, refusals


def _go(page: Page, view: View) -> None:
    """Go to another page without loading the browser's page anew."""
    script = f"pages/{page.path}.py" if page.path else "dashboard.py"
    st.switch_page(script, query_params=view.query())


def _scratch() -> bool:
    return os.environ.get("UNION_INDICATORS_SCRATCH") == "1"


@st.cache_resource
def _settle() -> None:
    """Put everything loaded so far out of the garbage collector's sight: it is there for good."""
    gc.collect()
    gc.freeze()
