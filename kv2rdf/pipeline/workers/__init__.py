"""Work spread over processes or a Dask cluster, with results in order."""
