// Print how many statements N3.js reads at an address: node fetched.mjs ADDRESS ACCEPT
import { Parser, Store } from 'n3'

const [address, accept] = process.argv.slice(2)
const answer = await fetch(address, { headers: { Accept: accept } })
const format = answer.headers.get('content-type')
const quads = new Parser({ format, baseIRI: answer.url }).parse(await answer.text())
console.log(new Store(quads).size)
