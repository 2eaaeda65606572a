"""Pages of one request without scripts: embeds and receipts."""
