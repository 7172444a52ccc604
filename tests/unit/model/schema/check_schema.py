#!/usr/bin/env python3
"""Validates what write_samples wrote against model/schema/: check_schema.py SAMPLES_PROGRAM SCHEMA_FOLDER WORK_FOLDER.

Exit code 77 (skipped) where the Python package jsonschema is absent."""
import copy
import json
import pathlib
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    sys.exit(77)


class Schemas:
    def __init__(self, folder):
        self.by_name = {path.name.split(".")[0]: json.loads(path.read_text()) for path in sorted(folder.glob("*.schema.json"))}
        for schema in self.by_name.values():
            jsonschema.Draft202012Validator.check_schema(schema)
        self.validators = {name: self.validator(schema) for name, schema in self.by_name.items()}

    def validator(self, schema):
        try:
            import referencing
        except ImportError:  # before jsonschema 4.18
            store = {other["$id"]: other for other in self.by_name.values()}
            return jsonschema.Draft202012Validator(schema, resolver=jsonschema.RefResolver.from_schema(schema, store=store))
        resources = [(other["$id"], referencing.Resource.from_contents(other)) for other in self.by_name.values()]
        return jsonschema.Draft202012Validator(schema, registry=referencing.Registry().with_resources(resources))

    def first_error(self, name, document):
        return next(self.validators[name].iter_errors(document), None)


def objects(value, path=()):
    """Every object in a JSON value with its path."""
    if isinstance(value, dict):
        yield path, value
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from objects(child, path + (key,))


def check_order(schemas, name, document):
    schema = schemas.by_name[name]
    wanted = list(schema["properties"])
    assert list(document) == wanted, f"keys of {name} out of order: {list(document)}"
    if name == "standard":
        for unit in document["units"]:
            assert list(unit) == list(schema["$defs"]["unit"]["properties"])
            for statement in unit["statements"]:
                assert list(statement) == list(schema["$defs"]["statement"]["properties"])


def check_strictness(schemas, name, document):
    """The schema would notice a key that is missing, one too many or of another type, wherever it is."""
    maps = {"titles", "identifiers", "fields"}
    for path, value in objects(document):
        if path and path[-1] in maps:
            continue
        for key in value:
            broken = copy.deepcopy(document)
            target = broken
            for step in path:
                target = target[step]
            kept = target.pop(key)
            assert schemas.first_error(name, broken), f"{path} may lack {key}"
            target[key] = kept
            target["surplus"] = 1
            assert schemas.first_error(name, broken), f"{path} may have more keys"
            del target["surplus"]
            target[key] = {"no": "such"} if key not in maps else 1
            assert schemas.first_error(name, broken), f"{path}: {key} may be anything"


def main():
    program, schema_folder, work = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    subprocess.run([program, str(work)], check=True)
    schemas = Schemas(schema_folder)
    checked = 0
    for path in sorted(work.glob("*.json")):
        name = path.name.split(".")[-2]
        document = json.loads(path.read_text(encoding="utf-8"))
        if error := schemas.first_error(name, document):
            sys.exit(f"{path.name}: {error.json_path}: {error.message}")
        check_order(schemas, name, document)
        if path.name.startswith(("full", "two")):
            if name == "table":
                document["standards"] = []  # looked at by themselves
            check_strictness(schemas, name, document)
        checked += 1
    assert checked >= 47, checked
    print(f"{checked} documents fit their schemas")


main()
