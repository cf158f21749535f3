"""Writes template.yaml as CloudFormation sees it once the SAM transform is done, as JSON. Runs in the virtual
environment that .ci/template.sh makes: python .ci/transform.py TEMPLATE CODE-URI OUTPUT"""

import json
import sys

from samtranslator.public.parser import Parser
from samtranslator.public.translator import Translator
from samtranslator.yaml_helper import yaml_parse


class NoAccount:
    """Where the transform would ask an account for AWS's managed policies; the template uses none."""

    def load(self):
        """Knows no policy."""
        return {}


def main(template_path, code_uri, output_path):
    """Transforms one template."""
    with open(template_path, encoding="utf-8") as file:
        template = yaml_parse(file.read())
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = code_uri  # the transform takes no folder
    defaults = {
        name: parameter["Default"]
        for name, parameter in template["Parameters"].items()
        if "Default" in parameter
    }
    translator = Translator(NoAccount().load(), Parser())
    whole = translator.translate(template, defaults)
    with open(output_path, "w", encoding="utf-8") as file:
        json.dump(whole, file, indent=1)


if __name__ == "__main__":
    main(*sys.argv[1:])
