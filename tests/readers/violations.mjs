// Print the results of shacl-engine as JSON: node violations.mjs BASE DATA_FILE SHAPES_FILE...
import { readFileSync } from 'node:fs'
import { DataFactory, Parser, Store } from 'n3'
import { Validator } from 'shacl-engine'
import { validations } from 'shacl-engine/sparql.js'

const [baseIRI, dataFile, ...shapesFiles] = process.argv.slice(2)
const dataset = (files) =>
  new Store(files.flatMap((file) => new Parser({ baseIRI }).parse(readFileSync(file, 'utf8'))))

const validator = new Validator(dataset(shapesFiles), { factory: DataFactory, validations })
const report = await validator.validate({ dataset: dataset([dataFile]) })
const results = report.results.map((result) => [
  result.focusNode.term.value,
  result.shape.ptr.term.value,
  result.severity.value
])
console.log(JSON.stringify(results.sort()))
