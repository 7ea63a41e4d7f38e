"""Tables of a release for spreadsheets, pandas and R: CSV with its metadata, and Parquet."""
