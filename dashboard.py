"""The front page: the headline figures of every area. `streamlit run dashboard.py` starts the whole
dashboard.
"""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

if get_script_run_ctx(suppress_warning=True) is not None:
    from app.page import show

    show("front")
else:
    # Started as a server: the same file names the routes and headers that stand beside Streamlit's
    # pages.
    from starlette.middleware import Middleware

    from app.server.front import Front, lifespan, routes

    base = st.get_option("server.baseUrlPath") or ""
    app = st.App(
        __file__, routes=routes(), middleware=[Middleware(Front, base=base)], lifespan=lifespan
    )
