"""What the server answers before and beside Streamlit."""
