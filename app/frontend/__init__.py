"""What the browser runs, and the module that serves it."""
