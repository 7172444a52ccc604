#!/usr/bin/env python3
"""Validates SSSOM/TSV sets: check_sssom.py SCHEMA_FOLDER EXPORT_FOLDER. Exit code 77 (skipped) without jsonschema, yaml or the schema."""
import collections
import csv
import io
import json
import pathlib
import re
import sys

schemas = pathlib.Path(sys.argv[1])
try:
    import jsonschema
    import yaml
except ImportError as error:
    print(f"skipped: {error}")
    sys.exit(77)
if not (schemas / "sssom_schema.schema.json").exists():
    print(f"skipped: there is no schema in {schemas}")
    sys.exit(77)

BUILT_IN = {"linkml", "owl", "rdf", "rdfs", "semapv", "skos", "sssom", "xsd"}
NUMBERS = {"confidence", "reviewer_agreement", "similarity_score"}


def read(path):
    """The metadata block and the rows as dictionaries without empty fields."""
    text = path.read_bytes().decode("utf-8")
    assert not text.startswith("\ufeff") and "\r\n" not in text
    lines = text.split("\n")
    block = [line[1:] for line in lines if line.startswith("#")]
    metadata = yaml.safe_load("\n".join(block))
    assert all(not line.startswith("#") for line in lines[len(block):] if "\t" in line)
    table = csv.reader(io.StringIO("\n".join(lines[len(block):]), newline=""), delimiter="\t", strict=True)
    header = next(table)
    rows = []
    for row in table:
        assert len(row) == len(header), f"{path}: a row of {len(row)} fields under {len(header)} columns"
        rows.append({key: value for key, value in zip(header, row) if value})
    return metadata, header, rows


def split(value):
    return [re.sub(r"\\([|\\])", r"\1", part) for part in re.findall(r"(?:[^|\\]|\\.|\\)+", value)]


def as_json(schema, metadata, rows):
    """The JSON form of the set: extension slots left out, lists and numbers as such."""
    slots = schema["$defs"]["Mapping"]["properties"]
    extensions = {entry["slot_name"] for entry in metadata.get("extension_definitions", [])}
    mappings = []
    for row in rows:
        mapping = {}
        for key, value in row.items():
            if key not in slots:
                assert key in extensions, f"{key} is neither a slot nor declared"
                continue
            multiple = "array" in slots[key].get("type", [])
            mapping[key] = split(value) if multiple else float(value) if key in NUMBERS else value
        mappings.append(mapping)
    # YAML reads a date as a date; JSON has strings.
    return {**{key: str(value) if key.endswith("date") else value for key, value in metadata.items()}, "mappings": mappings}


def check_curies(metadata, rows):
    known = BUILT_IN | set(metadata.get("curie_map", {}))
    for row in rows:
        for key in ("record_id", "subject_id", "object_id", "predicate_id", "mapping_justification", "subject_source", "object_source"):
            if key in row:
                prefix, _, local = row[key].partition(":")
                assert prefix in known, row[key]
                assert re.fullmatch(r"[A-Za-z0-9._~/#!%-]+", local), row[key]


def check_columns(order, header, rows):
    names = [name for name in header if name in order]
    assert names == sorted(names, key=order.index), f"slots out of order: {names}"
    if rows:
        assert not [name for name in header if not any(name in row for row in rows)], "an empty column"


def check_cardinality(metadata, rows):
    """mapping_cardinality can be derived: an obvious count must give the same."""
    scope = metadata.get("cardinality_scope", [])
    objects, subjects = collections.defaultdict(set), collections.defaultdict(set)
    key = lambda row: tuple(row.get(slot) for slot in scope)
    for row in rows:
        if "sssom:NoTermFound" not in (row["subject_id"], row["object_id"]):
            objects[key(row), row["subject_id"]].add(row["object_id"])
            subjects[key(row), row["object_id"]].add(row["subject_id"])
    for row in rows:
        if row["object_id"] == "sssom:NoTermFound":
            wanted = "1:0"
        elif row["subject_id"] == "sssom:NoTermFound":
            wanted = "0:1"
        else:
            wanted = ("n" if len(subjects[key(row), row["object_id"]]) > 1 else "1") + ":" + ("n" if len(objects[key(row), row["subject_id"]]) > 1 else "1")
        assert row["mapping_cardinality"] == wanted, row


def main():
    schema = json.loads((schemas / "sssom_schema.schema.json").read_text(encoding="utf-8"))
    order = yaml.safe_load((schemas / "sssom_schema.yaml").read_text(encoding="utf-8"))["classes"]["mapping"]["slots"]
    # The root of the published schema is the mapping set reference; what a file holds is a MappingSet.
    wanted = {**schema, **schema["$defs"]["MappingSet"]}
    validator = jsonschema.validators.validator_for(schema)(wanted, format_checker=jsonschema.FormatChecker())
    files = sorted(pathlib.Path(sys.argv[2]).glob("sssom/*/*.sssom.tsv"))
    for path in files:
        metadata, header, rows = read(path)
        if error := next(validator.iter_errors(as_json(schema, metadata, rows)), None):
            sys.exit(f"{path}: {error.json_path}: {error.message}")
        check_curies(metadata, rows)
        check_columns(order, header, rows)
        check_cardinality(metadata, rows)
        records = [row["record_id"] for row in rows]
        assert len(records) == len(set(records)), f"{path}: a record id occurs twice"
        assert rows, path
    assert len(files) == int(sys.argv[3]) if len(sys.argv) > 3 else files, len(files)
    print(f"{len(files)} mapping sets fit the schema")


main()
