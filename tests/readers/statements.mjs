// Print how many statements N3.js reads in an RDF file: node statements.mjs FILE FORMAT BASE
import { readFileSync } from 'node:fs'
import { Parser, Store } from 'n3'

const [file, format, baseIRI] = process.argv.slice(2)
const quads = new Parser({ format, baseIRI }).parse(readFileSync(file, 'utf8'))
console.log(new Store(quads).size)
