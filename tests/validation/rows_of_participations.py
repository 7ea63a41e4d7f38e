"""Mutations of the participations in a case, and of the shortcuts to its participants."""

from tests.validation.mutations import (
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

ROWS_OF_PARTICIPATIONS: tuple[Row, ...] = (
    *mutated(
        "dossier of names that nobody is known by", "answered-also-on-behalf-of",
        "eli/nl/tk/zaak/2990013330",
        ("kv:answeredBy", MISSING, ELSEWHERE,
         TWICE("<id/ambtsvorm/de_minister_van_Landzaken~~~~tk>")),
    ),
    *mutated(
        "dossier answered by a name and an office", "answered-by-a-name-in-a-known-office",
        "eli/nl/tk/zaak/2030409910",
        ("kv:addressedTo", TWICE(
            "<id/ambtsvorm/de_minister_van_Binnenlandse_Zaken_en_Koninkrijksrelaties~~~~tk>")),
        ("kv:answeredBy", MISSING("<id/ambt/minister-min-bzk>"),
         MISSING("<id/naamvorm/Klok~~~~tk>")),
    ),
    *mutated(
        "participation", "the-seed",
        "eli/nl/tk/zaak/2022Z00634#antwoordgever-Hanke_Bruins_Slot~~CDA",
        ("", STRANGE, NO_ADDRESS("eli-dl:Participation")),
        ("kv:asInSource", EMPTY, TWICE, OTHER_DATATYPE),
        ("kv:personMatchedBy", MISSING, TWICE("c:naam-en-fractie-op-de-dag"), ELSEWHERE),
        ("kv:partyMatchedBy", MISSING, TWICE("c:ambt-zoals-gedrukt"), ELSEWHERE),
        ("kv:officeMatchedBy", MISSING, TWICE("c:fractie-zoals-gedrukt"), ELSEWHERE,
         INSTEAD("c:ministerie-zoals-gedrukt")),
        ("kv:nameForm", TWICE("<id/naamvorm/Dilan_Ye~15f~ilg~f6~z-Zegerius~~VVD~~tk>"), ELSEWHERE),
        ("kv:officeAsInSource", EMPTY, TWICE, OTHER_DATATYPE, INSTEAD('"Ontvangen"')),
        ("kv:partyAsInSource", EMPTY, TWICE, OTHER_DATATYPE),
        ("kv:office", MISSING, TWICE("<id/ambt/minister-min-jenv>"), ELSEWHERE),
        ("eli-dl:had_participant_organization",
         TWICE("<https://identifier.overheid.nl/tooi/id/ministerie/mnre1058>"), ELSEWHERE),
        ("kv:partyAtTheTime", MISSING, TWICE("<id/partij/vvd>"), ELSEWHERE),
        ("eli-dl:had_participant_person", MISSING,
         TWICE("<id/persoon/dijk-i-1975>"), ELSEWHERE),
        ("eli-dl:participation_role", MISSING, TWICE("c:indiener"), ELSEWHERE),
        ("kv:ordinal", MISSING, TWICE, OTHER_DATATYPE, INSTEAD("0")),
    ),
    *mutated(
        "participation", "the-seed", "eli/nl/tk/zaak/2022Z00634#indiener-Hilde_Palland~~CDA",
        ("eli-dl:participation_in_name_of", TWICE("<id/partij/vvd>"), ELSEWHERE),
        ("kv:candidate", TWICE("<id/persoon/dijk-i-1975>")),
    ),
    *mutated(
        "participation of a name that several have", "a-name-that-several-members-have",
        "eli/nl/tk/zaak/2000119970#indiener-De_Vries~~VVD",
        ("kv:candidate", MISSING, ELSEWHERE),
    ),
    *mutated(
        "candidate", "a-name-that-several-members-have",
        "eli/nl/tk/zaak/2000119970#kandidaat-indiener-De_Vries~~VVD~~vries-bm-1963",
        ("", STRANGE, OTHER_ADDRESS, NO_ADDRESS("kv:Candidate")),
        ("kv:possiblePerson", MISSING, TWICE("<id/partij/vvd>"), ELSEWHERE),
        ("kv:matchedBy", MISSING, TWICE("c:enige-naamdrager"), ELSEWHERE),
        ("kv:lacks", MISSING, ELSEWHERE),
    ),
    *mutated(
        "participation of an office", "answered-also-on-behalf-of",
        "eli/nl/tk/zaak/2990013330#geadresseerde-de_ministers_van_Grenszaken_en_van_Landzaken",
        ("kv:officeForm", MISSING, TWICE("<id/ambtsvorm/de_minister_van_Landzaken~~~~tk>"),
         ELSEWHERE),
    ),
    *mutated(
        "participation of a ministry", "asked-to-several-offices",
        "eli/nl/tk/zaak/2000109930#mede-namens-Verkeer_en_Water~2013~_staat",
        ("kv:officeMatchedBy", MISSING, INSTEAD("c:ambt-zoals-gedrukt")),
        ("eli-dl:had_participant_organization", MISSING),
    ),
    *mutated(
        "participation of an office in a list", "asked-to-several-offices",
        "eli/nl/tk/zaak/2000109930#geadresseerde-de_ministers_van_Justitie",
        ("eli-dl:had_participant_organization", MISSING),
    ),
    *mutated(
        "participation of a name with its office", "answered-also-on-behalf-of",
        "eli/nl/tk/zaak/2990013330#antwoordgever-Poort~~",
        ("kv:ministryAsInSource", EMPTY, TWICE, OTHER_DATATYPE),
    ),
)  # fmt: skip
