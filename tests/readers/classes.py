"""A program that loads an ontology in Owlready2, and prints its numbers of classes and statements.

It is run with the Python of ``build/readers``, because Owlready2 is only needed here.
"""

import sys
import warnings
from pathlib import Path

import owlready2


def main() -> None:
    """Load the RDF/XML file that is the argument of the program."""
    warnings.simplefilter("error")
    world = owlready2.World()
    world.get_ontology(Path(sys.argv[1]).as_uri()).load()
    sys.stdout.write(f"{len(list(world.classes()))} {len(world.graph)}\n")


if __name__ == "__main__":
    main()
