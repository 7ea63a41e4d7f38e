"""Work that is distributed over processes or a Dask cluster, with results in order."""
