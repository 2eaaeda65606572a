"""What was promised, set beside what is published."""
