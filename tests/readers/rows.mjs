// Print the rows that Comunica answers, sorted, as JSON: node rows.mjs FILE QUERY_FILE
import { readFileSync } from 'node:fs'
import { QueryEngine } from '@comunica/query-sparql-file'

const [file, queryFile] = process.argv.slice(2)
const bindings = await new QueryEngine().queryBindings(readFileSync(queryFile, 'utf8'), {
  sources: [file],
  unionDefaultGraph: true
})
const rows = []
for await (const binding of bindings) {
  const terms = [...binding].map(([variable, term]) => [variable.value, term.value])
  rows.push(Object.fromEntries(terms.sort()))
}
console.log(JSON.stringify(rows))
