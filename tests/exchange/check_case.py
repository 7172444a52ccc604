#!/usr/bin/env python3
"""Validates CASE packages: check_case.py SCHEMA_FOLDER EXPORT_FOLDER [COUNT]. Exit code 77 (skipped) without jsonschema or the schema."""
import json
import pathlib
import sys

schema_file = pathlib.Path(sys.argv[1]) / "case-v1p1-cfpackage.json"
try:
    import jsonschema
except ImportError:
    print("skipped: the Python package jsonschema is absent")
    sys.exit(77)
if not schema_file.exists():
    print(f"skipped: there is no {schema_file}")
    sys.exit(77)


def check_references(name, package):
    """What the schema cannot say: identifiers are unique, and every child and parent of a hierarchy is there."""
    document = package["CFDocument"]["identifier"]
    items = [item["identifier"] for item in package["CFItems"]]
    associations = [association["identifier"] for association in package["CFAssociations"]]
    for identifiers in ([document] + items, associations):
        assert len(identifiers) == len(set(identifiers)), f"{name}: an identifier occurs twice"
    parents = {}
    for association in package["CFAssociations"]:
        if association["associationType"] != "isChildOf":
            continue
        child, parent = association["originNodeURI"]["identifier"], association["destinationNodeURI"]["identifier"]
        assert child in items and (parent in items or parent == document), f"{name}: {child} or {parent} is nowhere"
        assert child not in parents, f"{name}: {child} has two parents"
        parents[child] = parent
    assert set(parents) == set(items), f"{name}: an item has no parent"
    types = {entry["identifier"] for entry in package["CFDefinitions"].get("CFItemTypes", [])}
    for item in package["CFItems"]:
        if "CFItemTypeURI" in item:
            assert item["CFItemTypeURI"]["identifier"] in types, f"{name}: an item type is not defined"


def main():
    schema = json.loads(schema_file.read_text(encoding="utf-8"))
    validator = jsonschema.Draft201909Validator(schema, format_checker=jsonschema.FormatChecker())
    files = sorted(pathlib.Path(sys.argv[2]).glob("case/*/*.case.json"))
    for path in files:
        package = json.loads(path.read_text(encoding="utf-8"))
        if error := next(validator.iter_errors(package), None):
            sys.exit(f"{path}: {error.json_path}: {error.message}")
        check_references(path.name, package)
    assert len(files) == int(sys.argv[3]) if len(sys.argv) > 3 else files, len(files)
    print(f"{len(files)} packages fit the schema")


main()
