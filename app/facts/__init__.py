"""What people enter: tables, reading, faults, how documents contradict themselves."""
