// Validates RDF by SHACL shapes: node rdf_check_shacl.mjs SHAPES FILE... with rdf-validate-shacl, n3 and jsonld in node_modules beside it.
// JSON-LD is read with the contexts inside the files only.
import fs from 'node:fs'
import rdf from '@zazuko/env'
import jsonld from 'jsonld'
import { Parser } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'

const noNetwork = async url => { throw new Error(`${url} is outside of the file`) }

async function quadsOf (file) {
  const text = fs.readFileSync(file, 'utf8')
  if (!file.endsWith('.jsonld')) return new Parser().parse(text)
  return new Parser({ format: 'N-Quads' }).parse(await jsonld.toRDF(JSON.parse(text), { format: 'application/n-quads', documentLoader: noNetwork }))
}

const [shapes, ...files] = process.argv.slice(2)
// The ontologies that the shapes import say nothing that the shapes need, and there is no network here.
const rules = (await quadsOf(shapes)).filter(quad => quad.predicate.value !== 'http://www.w3.org/2002/07/owl#imports')
const validator = new SHACLValidator(rdf.dataset(rules), { factory: rdf })
let bad = files.length === 0
for (const file of files) {
  const quads = await quadsOf(file)
  const report = await validator.validate(rdf.dataset(quads))
  console.log(`${file}: ${quads.length} statements, ${report.conforms ? 'conforms' : report.results.length + ' violations'}`)
  for (const result of report.results.slice(0, 10)) {
    console.log(' ', result.focusNode?.value, result.path?.value, result.message.map(m => m.value).join('; '), result.value?.value)
  }
  bad ||= !report.conforms || quads.length === 0
}
// A validator that finds nothing wrong with a qualification without a field of education has not looked.
for (const file of files) {
  const quads = await quadsOf(file)
  if (!quads.some(quad => quad.object.value === 'http://data.europa.eu/snb/model/elm/Qualification')) continue
  const crippled = quads.filter(quad => !quad.predicate.value.endsWith('/ISCEDFCode'))
  if ((await validator.validate(rdf.dataset(crippled))).conforms) {
    console.log(`the validator misses that ${file} has no field of education`)
    bad = true
  }
  break
}
process.exit(bad ? 1 : 0)
