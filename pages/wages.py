"""Wages: levels against living costs, real growth, earnings by region, sector and sex, arrears."""

from app.page import show

show("wages")
