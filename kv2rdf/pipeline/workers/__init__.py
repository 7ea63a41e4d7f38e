"""The distribution of work over processes or a Dask cluster."""
