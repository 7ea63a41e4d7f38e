"""Mutations of the register and of the statistics."""

from tests.validation.mutations import (
    AS_TEXT,
    ELSEWHERE,
    EMPTY,
    INSTEAD,
    MISSING,
    NO_ADDRESS,
    OTHER_ADDRESS,
    OTHER_DATATYPE,
    STRANGE,
    TWICE,
)
from tests.validation.rows import Row, mutated

ROWS_OF_THE_REGISTER: tuple[Row, ...] = (
    *mutated(
        "person", "the-seed", "id/persoon/1ee767b9-67f3-47e5-9e28-045da1c37b05",
        ("", STRANGE, OTHER_ADDRESS, NO_ADDRESS("foaf:Person")),
        ("dct:identifier", OTHER_DATATYPE),
        ("rdfs:label", MISSING),
        ("foaf:name", MISSING, EMPTY, TWICE, OTHER_DATATYPE),
        ("owl:sameAs", TWICE("<http://www.wikidata.org/entity/Q1060908162>"),
         INSTEAD("<https://www.wikidata.org/entity/Q106090816>"), AS_TEXT),
    ),
    *mutated(
        "party", "the-seed", "id/partij/cda",
        ("", STRANGE, OTHER_ADDRESS, NO_ADDRESS("kv:Party"), MISSING("org:Organization")),
        ("skos:altLabel", OTHER_DATATYPE),
        ("skos:prefLabel", MISSING, TWICE('"een andere naam"@nl'), OTHER_DATATYPE),
    ),
    *mutated(
        "group", "the-seed", "id/fractie/cda-tk",
        ("", STRANGE, OTHER_ADDRESS, NO_ADDRESS("kv:Group"), MISSING("org:Organization")),
        ("org:subOrganizationOf", MISSING, TWICE("<id/partij/vvd>"), ELSEWHERE),
        ("kv:chamber", MISSING),
    ),
    *mutated(
        "chamber", "the-seed", "https://identifier.overheid.nl/tooi/id/oorg/oorg10002",
        ("", STRANGE, NO_ADDRESS("org:FormalOrganization")),
        ("rdfs:label", MISSING, TWICE('"een andere naam"@nl')),
        ("skos:prefLabel", MISSING),
    ),
    *mutated(
        "ministry", "the-seed", "https://identifier.overheid.nl/tooi/id/ministerie/mnre1034",
        ("", STRANGE, NO_ADDRESS("kv:Ministry"), MISSING("org:FormalOrganization")),
    ),
    *mutated(
        "office", "the-seed", "id/ambt/minister-min-bzk",
        ("", STRANGE, OTHER_ADDRESS, NO_ADDRESS("org:Post")),
        ("org:postIn", MISSING,
         TWICE("<https://identifier.overheid.nl/tooi/id/ministerie/mnre1058>"), ELSEWHERE),
    ),
    *mutated(
        "membership", "the-register", "id/lidmaatschap/0fb4c192-5fc6-4188-9dc7-af5c86f5c6b8",
        ("", STRANGE, OTHER_ADDRESS, NO_ADDRESS("org:Membership")),
        ("org:memberDuring",
         TWICE("<id/lidmaatschap/5fb59987-549c-4e94-8c79-8a10132f89e1#periode>"), ELSEWHERE),
        ("org:member", MISSING, TWICE("<id/persoon/1ee767b9-67f3-47e5-9e28-045da1c37b05>"),
         ELSEWHERE),
        ("org:role", MISSING, TWICE("c:lid-van-de-partij"), INSTEAD("c:ambtsdrager"), ELSEWHERE),
        ("org:organization", MISSING, TWICE("<id/fractie/cda-tk>"), INSTEAD("<id/partij/vvd>"),
         ELSEWHERE),
    ),
    *mutated(
        "membership", "the-register", "id/lidmaatschap/dijk-i-1975-cda",
        ("org:organization", INSTEAD("<id/fractie/cda-tk>")),
        ("org:role", INSTEAD("c:lid-van-de-fractie")),
    ),
    *mutated(
        "tenure", "the-register",
        "id/lidmaatschap/bruins-slot-hgj-1977-minister-min-bzk-2022-01-10",
        ("org:organization", INSTEAD("<id/partij/cda>")),
        ("org:role", INSTEAD("c:lid-van-de-partij")),
    ),
    *mutated(
        "period", "the-register", "id/lidmaatschap/0fb4c192-5fc6-4188-9dc7-af5c86f5c6b8#periode",
        ("", STRANGE, OTHER_ADDRESS, NO_ADDRESS("dct:PeriodOfTime")),
        ("dcat:endDate", TWICE, OTHER_DATATYPE),
        ("dcat:startDate", TWICE, OTHER_DATATYPE),
    ),
    *mutated(
        "name form", "the-seed", "id/naamvorm/Dilan_Ye~15f~ilg~f6~z-Zegerius~~VVD~~tk",
        ("", STRANGE, OTHER_ADDRESS, NO_ADDRESS("kv:NameForm")),
        ("kv:asInSource", MISSING, EMPTY, TWICE, OTHER_DATATYPE),
        ("kv:partyAsInSource", EMPTY, TWICE, OTHER_DATATYPE),
    ),
    *mutated(
        "concept", "the-seed", "id/thema/bestuur",
        ("", STRANGE, NO_ADDRESS("skos:Concept")),
        ("skos:closeMatch", AS_TEXT),
        ("skos:exactMatch", AS_TEXT),
        ("skos:inScheme", MISSING, TWICE, ELSEWHERE),
    ),
    *mutated(
        "concept", "the-register", "id/begrip/aanhef-in-antwoorddatum",
        ("skos:definition", TWICE('"een andere naam"@nl'), OTHER_DATATYPE),
        ("skos:topConceptOf", ELSEWHERE),
    ),
    *mutated(
        "concept", "the-seed", "id/thema/bestuur-gemeenten",
        ("skos:broader", TWICE("<id/thema/bestuur-gemeenten>"), ELSEWHERE),
    ),
    *mutated(
        "concept", "the-seed", "id/thema/openbare-orde-en-veiligheid-organisatie-en-beleid",
        ("skos:broadMatch", AS_TEXT),
    ),
    *mutated(
        "answer term", "the-seed", "id/termijn/tk-2021-03-31",
        ("kv:chamber", TWICE("<https://identifier.overheid.nl/tooi/id/oorg/oorg10001>"), ELSEWHERE),
        ("kv:termDays", TWICE, OTHER_DATATYPE),
        ("kv:article", TWICE, OTHER_DATATYPE),
        ("dct:temporal",
         TWICE("<id/lidmaatschap/5fb59987-549c-4e94-8c79-8a10132f89e1#periode>"), ELSEWHERE),
        ("skos:note", OTHER_DATATYPE),
    ),
    *mutated(
        "collection", "the-register", "id/begrip/wat-geteld-wordt",
        ("", STRANGE, NO_ADDRESS("skos:Collection")),
        ("skos:member", AS_TEXT),
    ),
    *mutated(
        "scheme", "the-seed", "id/thema",
        ("", STRANGE, NO_ADDRESS("skos:ConceptScheme")),
    ),
    *mutated(
        "observation", "the-statistics", "statistiek/fractie/2022~~CDA~~herkend",
        ("kv:caseCount", TWICE, INSTEAD('"1.5"^^xsd:decimal')),
        ("kv:groupIdentified", TWICE, OTHER_DATATYPE),
        ("kv:groupName", TWICE('"VVD"'), OTHER_DATATYPE),
        ("qb:dataSet", TWICE("<statistiek/jaar>")),
        ("kv:questionCount", TWICE, OTHER_DATATYPE),
        ("kv:year", TWICE('"2023"')),
    ),
    *mutated(
        "observation", "the-statistics", "statistiek/ministerie/Justitie_en_Veiligheid~~herkend",
        ("kv:fewestDays", TWICE, OTHER_DATATYPE),
        ("kv:meanDays", TWICE, OTHER_DATATYPE),
        ("kv:mostDays", TWICE, OTHER_DATATYPE),
    ),
    *mutated(
        "observation", "the-statistics",
        "statistiek/hiaten/2022~~openkamer-tekst~~noten-zonder-tekst",
        ("kv:counted", TWICE("c:noten")),
        ("kv:sourceKind", TWICE("c:kvr-xml")),
    ),
    *mutated(
        "observation", "the-statistics", "statistiek/onderwerp/thema~~bestuur-gemeenten",
        ("kv:topic", TWICE("<id/thema/bestuur>")),
    ),
)  # fmt: skip
