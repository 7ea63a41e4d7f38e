"""From a publication to its papers: one package per kind of publication."""
