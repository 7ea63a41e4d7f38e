// Print the rows that Comunica answers from an address, as JSON: node endpoint.mjs ADDRESS QUERY
import { QueryEngine } from '@comunica/query-sparql-file'

const [address, query] = process.argv.slice(2)
const bindings = await new QueryEngine().queryBindings(query, { sources: [address] })
const rows = []
for await (const binding of bindings) {
  rows.push(Object.fromEntries([...binding].map(([variable, term]) => [variable.value, term.value])))
}
console.log(JSON.stringify(rows))
