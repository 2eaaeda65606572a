"""The kit for a new report: a workbook like last year's report, read back into facts of a draft."""
