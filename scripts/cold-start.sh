#!/bin/sh
# Measures a cold start of the packaged function: process start to the answer of the first invocation, by turns with an
# empty handler and with a Python function that publishes once through boto3 (where PYTHON has it). Run by hand:
#   scripts/cold-start.sh [rounds [folder of an unpacked package]...]
# Several packages take turns as well, which is how two builds are compared. JAVA_HOME must be a JDK 25.
set -eu
cd "$(dirname "$0")/.."
: "${JAVA_HOME:?set it to a JDK 25}"
python=${PYTHON:-python3}
if "$python" -c 'import boto3' 2>/dev/null; then
  # The interpreter itself: a version manager's stand-in costs time of its own.
  PYTHON=$("$python" -c 'import sys; print(sys.executable)')
  export PYTHON
else
  unset PYTHON
fi
mvn -B -ntp -q -Dquick -DskipTests package \
  dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/test-classpath.txt >&2
exec "$JAVA_HOME/bin/java" -cp "target/test-classes:target/classes:$(cat target/test-classpath.txt)" rolecall.lambda.ColdStart "$@"
