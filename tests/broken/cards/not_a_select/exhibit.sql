-- How many people died at work in each year? One row is one year.
delete from figures where $period is null
