"""What is printed and what we know: plain, frozen, and ignorant of XML, RDF and the network."""
