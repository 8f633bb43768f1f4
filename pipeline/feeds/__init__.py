"""The dataset given out: folders of CSV, Parquet and JSON Lines, a workbook, PostgreSQL; in full or as a release.

Every form is driven by the descriptions in `pipeline.tables`, so that a new table or column comes out in all of them.
"""
