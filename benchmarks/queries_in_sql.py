"""Named queries in SQL, for the tables of a release."""

QUERIES_IN_SQL = {
    "answered-late": """SELECT number, title, tabled_on, answer_due, answered_on, days_to_answer,
          EXISTS (FROM activities AS a WHERE a."case" = cases."case" AND kind = 'uitstel'),
          ministry
        FROM (FROM cases WHERE NOT answered_in_time
              ORDER BY days_to_answer DESC, "case" LIMIT 100) AS cases
        LEFT JOIN (SELECT DISTINCT "case", ministry_label AS ministry FROM participations
                   WHERE role = 'antwoordgever' AND ministry_label IS NOT NULL)
          AS answering ON answering."case" = cases."case"
        ORDER BY days_to_answer DESC, cases."case", ministry NULLS FIRST""",
    "answers-that-only-refer": """SELECT cases.number, one.number, one.text, other.number
        FROM (SELECT answer, refers_to FROM answers_answers JOIN answers USING (answer)
              WHERE length(text) < 110 ORDER BY ALL LIMIT 100) AS link
        JOIN answers AS one USING (answer)
        LEFT JOIN answers AS other ON other.answer = link.refers_to
        JOIN documents_cases ON documents_cases.document = one.document
        JOIN cases USING ("case")
        ORDER BY link.answer, link.refers_to, cases.number""",
    "days-to-answer-per-ministry": """SELECT ministry, is_identified, cases, mean_days,
          fewest_days, most_days
        FROM cases_per_ministry WHERE mean_days IS NOT NULL
        ORDER BY cases DESC, ministry, is_identified""",
    "findings-per-rule": """SELECT rule, count(*) AS n FROM findings
        GROUP BY rule ORDER BY n DESC, rule""",
    "media-cited": """SELECT medium.name, kind.name, count(*) AS notes
        FROM notes_media JOIN concepts AS medium ON medium.concept = notes_media.medium
        JOIN concepts AS kind ON kind.concept = medium.broader
        GROUP BY ALL ORDER BY notes DESC, medium.name""",
    "media-per-year": """SELECT year, medium, cases, questions FROM cases_per_medium
        ORDER BY year NULLS FIRST, cases DESC, medium""",
    "papers-cited": """SELECT split_part(paper, ', nr.', 1) AS file, count(*) AS notes,
          count(DISTINCT paper)
        FROM notes_papers GROUP BY file ORDER BY notes DESC, file LIMIT 100""",
    "questions-per-party-and-year": """SELECT year, party, is_identified, cases, questions
        FROM cases_per_party
        ORDER BY year NULLS FIRST, cases DESC, party NULLS FIRST, is_identified""",
    "unanswered-questions": """SELECT cases.number, part.number, part.text
        FROM (SELECT question FROM questions ANTI JOIN answers_questions USING (question)
              JOIN cases USING ("case")
              WHERE state NOT IN ('openstaand', 'uitgesteld', 'ingetrokken', 'afgedaan')
              ORDER BY question LIMIT 100)
        JOIN questions AS part USING (question) JOIN cases USING ("case")
        ORDER BY part.question""",
}
"""The SQL texts by the names of the queries. The rows are those of a query without parameters."""
