"""What comes in from outside becomes facts that a person has confirmed; publishes nothing."""
