#!/usr/bin/env bash
# Holds template.yaml and spoke.yaml against the tools that people run on them, and builds the function as a user
# does. The Java tests in rolecall.deploy hold them to our own promises. Needs Python 3.10 or newer, make, Maven, JDK 25.
#
#   .ci/template.sh          everything
#   .ci/template.sh lint     without the build
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tools=target/tools
# Nothing here needs an account; sam asks for a Region all the same.
export AWS_DEFAULT_REGION=us-east-1 AWS_ACCESS_KEY_ID=EXAMPLE AWS_SECRET_ACCESS_KEY=EXAMPLE AWS_EC2_METADATA_DISABLED=true
export SAM_CLI_TELEMETRY=0 PIP_DISABLE_PIP_VERSION_CHECK=1

stop() {
  printf '.ci/template.sh: %s\n' "$1" >&2
  exit 1
}

begin() {
  printf '== %s (at %d s)\n' "$1" "$SECONDS"
}

# install NAME REQUIREMENTS: a virtual environment with exactly these versions, made anew when they change.
install() {
  if ! cmp -s "$2" "$tools/$1/requirements.txt"; then
    rm -rf "${tools:?}/$1"
    python3 -m venv "$tools/$1"
    "$tools/$1/bin/pip" install -q --no-deps -r "$2"
    cp "$2" "$tools/$1/requirements.txt"
  fi
}

begin 'cfn-lint and sam, in a virtual environment'
install template .ci/template-requirements.txt
bin=$PWD/$tools/template/bin

begin 'cfn-lint, in four partitions and Regions'
"$bin/cfn-lint" --regions us-east-1 eu-central-1 us-gov-west-1 cn-north-1 -t template.yaml spoke.yaml

begin 'sam validate --lint'
"$bin/sam" validate --lint -t template.yaml >"$work/validate" 2>&1 || {
  cat "$work/validate"
  stop 'sam finds fault with template.yaml'
}

begin 'checkov'
install checkov .ci/checkov-requirements.txt
"$tools/checkov/bin/checkov" --config-file .ci/checkov.yaml -f template.yaml spoke.yaml

begin 'scripts/verify.sh, against a made-up aws'
.ci/verify-test.sh

[ "${1:-all}" = lint ] && exit 0

# Only what git knows: what a clone has is enough, and the tools above need not be copied.
begin 'sam build, in a copy'
mkdir "$work/copy"
git ls-files -z --cached --others --exclude-standard | tar --null -T - -cf - | tar -xf - -C "$work/copy"
find "${HOME:?}/.m2/repository/rolecall" -type f 2>/dev/null | sort >"$work/before" || true
(cd "$work/copy" && "$bin/sam" build) >"$work/build" 2>&1 || {
  cat "$work/build"
  stop 'sam build failed'
}
find "$HOME/.m2/repository/rolecall" -type f 2>/dev/null | sort >"$work/after" || true
cmp -s "$work/before" "$work/after" || stop 'sam build put something into the local Maven repository'
built=$work/copy/.aws-sam/build/MonitorFunction
"$bin/python" -m zipfile -l "$built/lib/rolecall-function.jar" >"$work/jar" || stop 'the built function has no code'
grep -q '^policies/default.yaml ' "$work/jar" || stop 'the built function has no policy'
for library in picocli progressbar jline; do
  ! compgen -G "$built/lib/$library-*" >/dev/null || stop "the built function carries $library"
done
# Where the next step finds it.
rm -rf target/sam
mkdir -p target/sam
cp -R "$work/copy/.aws-sam/build/." target/sam/
printf 'built function: %s\n' "$(du -sh "$built" | cut -f1)"

begin 'the SAM transform, as CloudFormation would do it'
"$bin/python" .ci/transform.py template.yaml s3://bucket-example/code.zip target/sam/transformed.json

begin 'what it declares, deployed to moto, with the built function'
.ci/moto.sh deploy

begin 'all is done'
