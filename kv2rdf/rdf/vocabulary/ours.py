# Generated from ontology/kv.ttl: change that, and run `make generated`.
"""Our own classes and properties."""

from typing import Final

from kv2rdf.rdf.vocabulary.namespaces import KV_


class KV:
    """Our own terms, in the order of ontology/kv.ttl."""

    # Classes
    Dossier: Final = KV_("Dossier")
    QuestionDocument: Final = KV_("QuestionDocument")
    AnswerDocument: Final = KV_("AnswerDocument")
    Notice: Final = KV_("Notice")
    DelayNotice: Final = KV_("DelayNotice")
    Question: Final = KV_("Question")
    Answer: Final = KV_("Answer")
    Explanation: Final = KV_("Explanation")
    Footnote: Final = KV_("Footnote")
    FootnoteMark: Final = KV_("FootnoteMark")
    Citation: Final = KV_("Citation")
    Finding: Final = KV_("Finding")
    NameForm: Final = KV_("NameForm")
    Party: Final = KV_("Party")
    Ministry: Final = KV_("Ministry")

    # Properties that point at things
    concernsDossier: Final = KV_("concernsDossier")
    refersToAnswer: Final = KV_("refersToAnswer")
    hasFootnote: Final = KV_("hasFootnote")
    hasMark: Final = KV_("hasMark")
    markOf: Final = KV_("markOf")
    citedIn: Final = KV_("citedIn")
    citedMedium: Final = KV_("citedMedium")
    addressee: Final = KV_("addressee")
    partyAtTheTime: Final = KV_("partyAtTheTime")
    office: Final = KV_("office")
    nameForm: Final = KV_("nameForm")
    matchedBy: Final = KV_("matchedBy")
    chamber: Final = KV_("chamber")
    state: Final = KV_("state")
    textState: Final = KV_("textState")
    rule: Final = KV_("rule")
    concerns: Final = KV_("concerns")
    topic: Final = KV_("topic")
    sourceKind: Final = KV_("sourceKind")
    counted: Final = KV_("counted")

    # Properties with a value
    text: Final = KV_("text")
    ordinal: Final = KV_("ordinal")
    offset: Final = KV_("offset")
    quotes: Final = KV_("quotes")
    asInSource: Final = KV_("asInSource")
    partyAsInSource: Final = KV_("partyAsInSource")
    officeAsInSource: Final = KV_("officeAsInSource")
    topicsAsInSource: Final = KV_("topicsAsInSource")
    seeAlsoAsInSource: Final = KV_("seeAlsoAsInSource")
    citedTitle: Final = KV_("citedTitle")
    citedDay: Final = KV_("citedDay")
    citedPaper: Final = KV_("citedPaper")
    joinedText: Final = KV_("joinedText")
    delayReason: Final = KV_("delayReason")
    answerDue: Final = KV_("answerDue")
    answerTerm: Final = KV_("answerTerm")
    daysToAnswer: Final = KV_("daysToAnswer")
    answeredInTime: Final = KV_("answeredInTime")
    sessionYear: Final = KV_("sessionYear")
    place: Final = KV_("place")
    sha256: Final = KV_("sha256")
    year: Final = KV_("year")
    groupName: Final = KV_("groupName")
    groupIdentified: Final = KV_("groupIdentified")
    caseCount: Final = KV_("caseCount")
    questionCount: Final = KV_("questionCount")
    meanDays: Final = KV_("meanDays")
    fewestDays: Final = KV_("fewestDays")
    mostDays: Final = KV_("mostDays")
    count: Final = KV_("count")
    reason: Final = KV_("reason")
