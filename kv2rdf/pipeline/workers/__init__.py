"""Work spread over processes or a Dask cluster; the results come in order."""
