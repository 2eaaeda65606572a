"""All exhibits at once: the search over every figure, and the profile of one region or sector."""
