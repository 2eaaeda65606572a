"""Files for people who take exhibits along; asks no database and draws no page."""
