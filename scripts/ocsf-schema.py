#!/usr/bin/env python3
"""Writes src/test/resources/schema/ocsf-VERSION-2004.json: what a document must be to be a Detection
Finding of the Open Cybersecurity Schema Framework, as JSON Schema, for the tests.

OCSF publishes its schema in a language of its own (Apache-2.0). This compiles one released version:

    git clone https://github.com/ocsf/ocsf-schema o
    git -C o checkout 3dcb905d26523ce4d5d0ba3c28c8507e2c859407
    python3 scripts/ocsf-schema.py o

The class 2004 with its inherited attributes and the profile "cloud", and every object that it
reaches. Stricter than OCSF's own validator: an attribute that the schema does not name, or calls
deprecated, is an error; so is one of a profile that is not applied. Free are only "unmapped" and
what has the type json_t, such as "evidences[].data".
"""
import json
import pathlib
import sys

VERSION = "1.8.0"
COMMIT = "3dcb905d"
CLASS_FILE = "events/findings/detection_finding.json"
CATEGORY_UID, CLASS_UID = 2, 2004
PROFILES = {"cloud"}

BASE_TYPES = {
    "boolean_t": {"type": "boolean"},
    "float_t": {"type": "number"},
    "integer_t": {"type": "integer"},
    "json_t": {},
    "long_t": {"type": "integer"},
    "string_t": {"type": "string"},
}


class Compiler:
    def __init__(self, root):
        self.root = root
        self.dictionary = self.read("dictionary.json")
        self.types = self.dictionary["types"]["attributes"]
        self.files = {}
        for path in sorted((root / "objects").glob("*.json")):
            self.files[json.loads(path.read_text())["name"]] = path.relative_to(root)
        self.defs = {}

    def read(self, path):
        return json.loads((self.root / path).read_text())

    def included(self, entry):
        """The attributes of one definition, those of its included files first."""
        attributes = {}
        for path in entry.get("attributes", {}).get("$include", []):
            file = self.read(path)
            profile = file["name"] if file.get("meta") == "profile" else None
            for name, attribute in self.included(file).items():
                marked = dict(attribute)
                if profile:
                    marked.setdefault("profile", profile)
                attributes[name] = marked
        for name, attribute in entry.get("attributes", {}).items():
            if name != "$include":
                attributes[name] = merged(attributes.get(name, {}), attribute)
        return attributes

    def inherited(self, entry, parent_of):
        """The attributes of a definition and of all that it extends."""
        if "extends" not in entry:
            return self.included(entry)
        attributes = self.inherited(parent_of(entry["extends"]), parent_of)
        for name, attribute in self.included(entry).items():
            attributes[name] = merged(attributes.get(name, {}), attribute)
        return attributes

    def of_type(self, name):
        """What a value of a type of the dictionary must be."""
        if name in BASE_TYPES:
            return dict(BASE_TYPES[name])
        kind = self.types[name]
        schema = self.of_type(kind["type"])
        if "regex" in kind:
            schema["pattern"] = kind["regex"]
        if "max_len" in kind:
            schema["maxLength"] = kind["max_len"]
        if "range" in kind:
            schema["minimum"], schema["maximum"] = kind["range"]
        return schema

    def of_attribute(self, name, attribute):
        whole = merged(self.dictionary["attributes"].get(name, {}), attribute)
        kind = whole["type"]
        if kind in self.types or kind in BASE_TYPES:
            schema = self.of_type(kind)
        else:
            self.define(kind)
            schema = {"$ref": "#/$defs/" + kind}
        if "enum" in whole:
            numbers = schema.get("type") == "integer"
            schema["enum"] = [int(value) if numbers else value for value in whole["enum"]]
        return {"type": "array", "items": schema} if whole.get("is_array") else schema

    def of_entry(self, attributes, constraints):
        schema = {"type": "object", "properties": {}, "required": [], "additionalProperties": False}
        for name, attribute in sorted(attributes.items()):
            whole = merged(self.dictionary["attributes"].get(name, {}), attribute)
            if whole.get("profile") and whole["profile"] not in PROFILES:
                continue
            if "@deprecated" in whole:
                continue
            schema["properties"][name] = self.of_attribute(name, attribute)
            if attribute.get("requirement") == "required":
                schema["required"].append(name)
        for how, keyword in (("at_least_one", "anyOf"), ("just_one", "oneOf")):
            if how in constraints:
                schema[keyword] = [{"required": [name]} for name in constraints[how]]
        return schema

    def observable_types(self):
        """The numbers that types, attributes and objects have as observables."""
        objects = [self.read(file) for file in self.files.values()]
        dictionaries = [self.types, self.dictionary["attributes"]]
        attributes = [entry.get("attributes", {}) for entry in objects]
        found = [entry.get("observable") for entry in objects]
        for group in dictionaries + attributes:
            found += [value.get("observable") for value in group.values() if isinstance(value, dict)]
        return sorted({number for number in found if number is not None} | {0, 99})

    def define(self, name):
        if name in self.defs:
            return
        if name == "object":
            self.defs[name] = {"type": "object"}
            return
        self.defs[name] = {}
        entry = self.read(self.files[name])
        parents = lambda parent: self.read(self.files[parent])
        constraints = entry.get("constraints")
        above = entry
        while constraints is None and "extends" in above:
            above = parents(above["extends"])
            constraints = above.get("constraints")
        self.defs[name] = self.of_entry(self.inherited(entry, parents), constraints or {})
        if name == "observable":
            self.defs[name]["properties"]["type_id"]["enum"] = self.observable_types()

    def compile(self):
        events = {}
        for path in sorted((self.root / "events").rglob("*.json")):
            entry = json.loads(path.read_text())
            events.setdefault(entry["name"], entry)
        entry = self.read(CLASS_FILE)
        schema = self.of_entry(self.inherited(entry, events.__getitem__), {})
        properties = schema["properties"]
        properties["category_uid"] = {"const": CATEGORY_UID}
        properties["class_uid"] = {"const": CLASS_UID}
        activities = properties["activity_id"]["enum"]
        properties["type_uid"] = {"enum": [CLASS_UID * 100 + number for number in activities]}
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$comment": "Made by scripts/ocsf-schema.py from https://github.com/ocsf/ocsf-schema, version "
            + VERSION + ", commit " + COMMIT + "; Apache-2.0. Do not edit.",
            "title": entry["caption"],
            **schema,
            "$defs": dict(sorted(self.defs.items())),
        }


def merged(below, above):
    """The members of both; enums are united."""
    both = {**below, **above}
    if "enum" in below and "enum" in above:
        both["enum"] = {**below["enum"], **above["enum"]}
    return both


def write(schema, path):
    """One definition or property a line, so that two versions can be compared."""
    lines = ["{"]
    for key, value in schema.items():
        if key in ("$defs", "properties"):
            inner = [json.dumps(name) + ":" + json.dumps(part, separators=(",", ":"))
                     for name, part in value.items()]
            lines.append(json.dumps(key) + ":{\n" + ",\n".join(inner) + "\n},")
        else:
            lines.append(json.dumps(key) + ":" + json.dumps(value, separators=(",", ":")) + ",")
    lines[-1] = lines[-1].removesuffix(",")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n}\n")


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: scripts/ocsf-schema.py FOLDER, a checkout of ocsf-schema " + VERSION)
    root = pathlib.Path(sys.argv[1])
    found = json.loads((root / "version.json").read_text())["version"]
    if found != VERSION:
        sys.exit(f"{root} holds version {found}, not {VERSION}; check out commit {COMMIT}")
    target = pathlib.Path(__file__).parent.parent / "src/test/resources/schema"
    write(Compiler(root).compile(), target / f"ocsf-{VERSION}-{CLASS_UID}.json")


if __name__ == "__main__":
    main()
