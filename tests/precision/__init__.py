"""Identified persons, drawn at random from releases, to be compared with the printed papers.

``draw`` is the program that draws them, and ``drawn_matches.csv`` is what it drew, with the seed
87269a8d1556d44eeecf9304fa24611bfe8b0f44, the last commit on that day. It drew from two releases
that were built without ``--authority``: one of the KVR archive (1984–2008), and one of every tenth
record of a case (2007–2024) in the order of the numbers. The list was committed before anybody
compared a row of it.

``verdicts.csv`` was written afterwards. For each row of the list, somebody read the words around
the name in the paper, or the fields of the record, and decided whether the person is right. The
column ``agrees`` says what was compared: the name, the initials and the party, each if printed, and
whether the person had a seat or an office on that day.
"""
