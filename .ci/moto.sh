#!/usr/bin/env bash
# Runs the packaged function (target/function, made by mvn verify) against moto, a server that plays
# AWS: EventBridge, SQS, SNS, S3 and DynamoDB. Lambda's own part is played by .ci/moto/drive.py.
#
#   .ci/moto.sh           every scenario, with queues and tables that the driver makes
#   .ci/moto.sh deploy    one way through what template.yaml declares and sam has built into target/sam, which
#                         .ci/template.sh makes and then calls this
#
# Needs Python 3.11 or newer with its module venv, and Maven. Installs moto into target/moto/venv, once
# for each list of requirements, and leaves the function's logs in target/moto.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8

stop() {
  printf '.ci/moto.sh: %s\n' "$1" >&2
  exit 1
}

work=$PWD/target/moto
venv=$work/venv
list=.ci/moto/requirements.txt
# What Python compiles lies under target/ as well.
export PYTHONPYCACHEPREFIX="$work/pycache" PYTHONNOUSERSITE=1
unset PYTHONPATH PYTHONHOME

case ${1:-} in
  '')
    play=(drive.py --code target/function)
    [ -d target/function/lib ] || stop 'target/function is not there: run mvn -B -ntp verify first.'
    ;;
  deploy)
    play=(deploy.py --code target/sam/MonitorFunction --template target/sam/transformed.json)
    [ -f target/sam/transformed.json ] || stop 'target/sam is not there: run .ci/template.sh.'
    ;;
  *) stop "'$1' is not known: say deploy, or nothing." ;;
esac
command -v mvn >/dev/null || stop 'there is no mvn on the PATH. Install Maven 3.8 or newer.'
command -v python3 >/dev/null ||
  stop 'there is no python3 on the PATH. Install Python 3.11 or newer (Debian: python3 and python3-venv).'
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
  stop "$(command -v python3) is $(python3 -V 2>&1). Install Python 3.11 or newer, and put it first on the PATH."
python3 -c 'import venv, ensurepip' 2>/dev/null ||
  stop "$(command -v python3) lacks its modules venv and ensurepip. Install them (Debian: python3-venv)."

mkdir -p "$work"
if ! cmp -s "$list" "$venv/installed.txt" || ! "$venv/bin/python" -c '' 2>/dev/null; then
  echo '.ci/moto.sh: installing moto ...'
  rm -rf "$venv"
  python3 -m venv "$venv" || stop "$venv could not be made."
  "$venv/bin/pip" install -q --disable-pip-version-check --no-compile --no-deps --only-binary :all: -r "$list" ||
    stop "moto could not be installed. pip needs a package index that it can reach."
  "$venv/bin/pip" --disable-pip-version-check check >"$work/pip-check.txt" ||
    stop "$list is not whole: $(head -n 3 "$work/pip-check.txt")"
  cp "$list" "$venv/installed.txt"
fi

# The launcher knows where the JDK is; whoever it starts says it.
java=$(JDK_JAVA_OPTIONS=-XshowSettings:properties ./rolecall --version 2>&1 |
  sed -n 's/^ *java\.home = //p' | tail -n 1)/bin/java
[ -x "$java" ] || stop "no JDK 25 was found: $(./rolecall --version 2>&1 | tail -n 1)"

# What Lambda's managed runtime brings itself: the tests have it on their class path.
mvn -B -ntp -q dependency:build-classpath -Dmdep.includeScope=test \
  -Dmdep.outputFile="$work/test-class-path.txt" >"$work/maven.txt" 2>&1 ||
  stop "Maven could not tell the tests' class path: $(grep -m 3 ERROR "$work/maven.txt")"
client=$(tr ':' '\n' <"$work/test-class-path.txt" |
  grep -E 'aws-lambda-java-(runtime-interface-client|serialization)-[^/]*\.jar$' | paste -s -d : -)
case $client in
  *runtime-interface-client*:*serialization* | *serialization*:*runtime-interface-client*) ;;
  *) stop "AWS's runtime interface client is not on the tests' class path: found '$client'." ;;
esac

exec "$venv/bin/python" ".ci/moto/${play[0]}" "${play[@]:1}" --java "$java" --client "$client" --work "$work"
