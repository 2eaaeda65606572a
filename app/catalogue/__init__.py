"""What the project knows that is not a number: cards, codes, pages, stories."""
