"""Drawings without a browser: an exhibit's figure fitted to a width, as plain marks, as SVG; QR
codes.
"""
