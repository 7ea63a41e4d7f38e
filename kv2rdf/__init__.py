"""The written questions of the Dutch parliament (Kamervragen) as linked open data.

Documents become triples in stages. Each stage is a package that does not use the others; only
``pipeline`` combines them.

    sources       a document that was published is recognised, and read into papers
    linking       the papers about one case become a dossier, with its people and references
    mapping       a dossier becomes rows of triples
    validation    the triples are checked against the shapes
    release       the triples are written to the files of a release
    pipeline      builds a release: runs the stages over all documents, on several workers

A finished release is used by these packages:

    query         SPARQL, named queries and full-text search
    tables        flat tables, as CSV and Parquet
    audit         compares a release with its sources, and shares no code with the stages

All of them build on these:

    model         the values that the stages pass to each other: papers, dossiers, the register
    rdf           terms, the vocabulary, N-Quads and Turtle
    addresses     the addresses of things
    reference     data that is shipped: the register, the concepts, the JSON-LD context
    storage       files and folders at a URL
    errors        all errors that a user may see

``cli`` is the command line. The import contracts in pyproject.toml state which package may use
which.
"""
