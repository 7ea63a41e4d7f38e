"""The written questions of the Dutch parliament (Kamervragen) as linked open data.

Read the stages from top to bottom. A stage knows the model and never another stage;
they meet in one place, ``pipeline``.

    sources    what was published: open it, recognise it, read it into papers
    (spool)    papers wait on disk until all are in
    linking    what belongs together, who and what it is about: papers become dossiers
    mapping    what we say about it: a dossier becomes rows of triples
    validate   whether we may say it: triples against the shapes
    publish    how we hand it out: the files of a release
    serve      how we answer: queries over a release
"""
