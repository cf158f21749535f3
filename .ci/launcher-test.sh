#!/usr/bin/env bash
# Tests ./rolecall from outside: which JDK it finds, how it is called, when it builds, what it prints.
# Works on a copy of the checkout in a temporary folder; needs a JDK 25 and Maven, as the launcher does.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8 # so that widths are counted in characters

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
copy="$work/a copy of it"
mkdir "$copy"
git ls-files -z --cached --others --exclude-standard | tar --null -T - -cf - | tar -xf - -C "$copy"
if [ -f target/rolecall.jar ]; then
  # Built already: the copy need not be built again. The order keeps the jar newer than the sources.
  cp -R target "$copy/target"
  touch "$copy/target/rolecall.jar"
fi

failures=0
out="$work/out"
err="$work/err"

# check NAME CODE COMMAND...: runs a command, keeps its outputs, compares its exit code.
check() {
  name=$1
  wanted=$2
  shift 2
  code=0
  "$@" >"$out" 2>"$err" </dev/null || code=$?
  if [ "$code" -ne "$wanted" ]; then
    fail "ended with $code, not $wanted"
  fi
}

fail() {
  failures=$((failures + 1))
  printf 'FAILED %s: %s\n' "$name" "$1"
  sed 's/^/    out: /' "$out" | head -n 5
  sed 's/^/    err: /' "$err" | head -n 20
}

prints_the_version() {
  grep -q '^rolecall ' "$out" || fail 'did not print its version'
}

says_nothing_on_standard_error() {
  [ ! -s "$err" ] || fail 'said something on standard error'
}

says_one_line() {
  [ "$(wc -l <"$err")" -eq 1 ] || fail 'did not say exactly one line'
  grep -q -e "$1" "$err" || fail "did not say: $1"
}

# A folder with the programs that the launcher uses, and no java and no mvn.
bare="$work/bare"
mkdir "$bare"
for program in sh env readlink dirname find head sed grep awk cat mkdir rmdir rm touch sleep stty tail ps uname; do
  found=$(command -v "$program" || true)
  [ -z "$found" ] || ln -s "$found" "$bare/$program"
done

# An older JDK: enough of it to be looked at.
old="$work/old jdk"
mkdir -p "$old/bin"
printf 'JAVA_VERSION="17.0.15"\n' >"$old/release"
printf '#!/bin/sh\necho "an old java ran" >&2\nexit 1\n' >"$old/bin/java"
cp "$old/bin/java" "$old/bin/javac"
chmod +x "$old/bin/java" "$old/bin/javac"

check 'the copy starts' 0 "$copy/rolecall" --version
prints_the_version

check 'starts at once when it is built' 0 "$copy/rolecall" --version
prints_the_version
says_nothing_on_standard_error

check 'from another folder' 0 sh -c 'cd / && exec "$0" --version' "$copy/rolecall"
prints_the_version
says_nothing_on_standard_error

mkdir "$work/bin folder"
ln -s "$copy/rolecall" "$work/bin folder/first"
ln -s first "$work/bin folder/rolecall"
check 'through symlinks on the path' 0 env PATH="$work/bin folder:$PATH" rolecall --version
prints_the_version
says_nothing_on_standard_error

check 'an older java first on the path' 0 env PATH="$old/bin:$PATH" "$copy/rolecall" --version
prints_the_version
says_nothing_on_standard_error

check 'JAVA_HOME names an older one' 0 env JAVA_HOME="$old" "$copy/rolecall" --version
prints_the_version
says_nothing_on_standard_error

check 'JAVA_HOME names nothing' 0 env JAVA_HOME=/no/such/folder "$copy/rolecall" --version
prints_the_version

check 'no JDK anywhere' 2 env -i PATH="$bare" ROLECALL_JVM_FOLDERS="$work/none" "$copy/rolecall" scan x
[ ! -s "$out" ] || fail 'printed something'
says_one_line 'JDK 25 is needed'

mkdir "$work/only old"
ln -s "$old" "$work/only old/jdk-17"
check 'only an older JDK' 2 \
  env -i PATH="$old/bin:$bare" ROLECALL_JVM_FOLDERS="$work/none:$work/only old" "$copy/rolecall"
says_one_line 'JDK 25 is needed'

check 'usage errors pass through' 2 "$copy/rolecall" scna
[ ! -s "$out" ] || fail 'printed something'
[ "$(wc -l <"$err")" -le 3 ] || fail 'said more than three lines'

check 'a locale without UTF-8 opens files of any name' 0 true
printf '{"Records": []}' >"$copy/target/Zoë.json"
check 'a locale without UTF-8 opens files of any name' 0 \
  env LC_ALL=C "$copy/rolecall" scan --quiet --format jsonl "$copy/target/Zoë.json"
says_nothing_on_standard_error

check 'a locale that is not installed opens files of any name' 0 \
  env LC_ALL=xx_XX.UTF-8 "$copy/rolecall" scan --quiet --format jsonl "$copy/target/Zoë.json"
says_nothing_on_standard_error

if [ "$(uname)" = Linux ]; then
  undecodable=$copy/target/$(printf 'x\377.json')
  printf '{"Records": []}' >"$undecodable"
  check 'a file name that is no UTF-8' 0 \
    "$copy/rolecall" scan --quiet --format jsonl "$undecodable"
  says_nothing_on_standard_error
  check 'a file name that is no UTF-8, from its folder' 0 \
    sh -c 'cd "$1/target" && exec ../rolecall scan --quiet --format jsonl "$2"' \
    sh "$copy" "$(printf 'x\377.json')"
  says_nothing_on_standard_error
fi

if [ "$(uname)" = Linux ] && command -v script >/dev/null 2>&1; then
  check 'on a terminal it knows the width and shows colour' 0 script -qec \
    "stty cols 90; '$copy/rolecall' scan --quiet --fail-on critical '$copy/events/log-file'" /dev/null
  plain=$(sed 's/\x1b\[[0-9;]*m//g; s/\r//' "$out")
  [ "$plain" != "$(sed 's/\r//' "$out")" ] || fail 'showed no colour'
  while IFS= read -r line; do
    [ -n "$line" ] || break
    [ "${#line}" -le 90 ] || fail 'made a line wider than the terminal'
  done <<<"$plain"
fi

printf 'no cache' >"$copy/target/rolecall.aot"
check 'a broken start cache is passed over' 0 "$copy/rolecall" --version
prints_the_version
says_nothing_on_standard_error
rm "$copy/target/rolecall.aot"
check 'no start cache' 0 "$copy/rolecall" --version
prints_the_version
says_nothing_on_standard_error

sleep 1
touch "$copy/pom.xml"
check 'no Maven when it must build' 2 env PATH="$bare" "$copy/rolecall" --version
says_one_line 'Maven 3.8 or newer is needed'

mkdir "$work/old maven"
printf '#!/bin/sh\necho "Apache Maven 3.6.3 (0)"\n' >"$work/old maven/mvn"
chmod +x "$work/old maven/mvn"
check 'an old Maven when it must build' 2 env PATH="$work/old maven:$bare" "$copy/rolecall" --version
says_one_line 'is 3.6.3'

printf 'class Broken {' >"$copy/src/main/java/rolecall/Broken.java"
check 'a build that fails' 2 "$copy/rolecall" --version
[ ! -s "$out" ] || fail 'printed something'
grep -q 'Broken.java:\[1' "$err" || fail 'did not name the file and line'
rm "$copy/src/main/java/rolecall/Broken.java"
[ ! -e "$copy/target/rolecall.lock" ] || fail 'left its lock'

mkdir "$copy/target/rolecall.lock"
printf '999999999\n' >"$copy/target/rolecall.lock/owner"
check 'a lock that a dead one left, and two at once' 0 sh -c '
  "$0" --version >"$1.1" 2>"$1.1.err" & first=$!
  "$0" --version >"$1.2" 2>"$1.2.err" & second=$!
  wait "$first" && wait "$second" && cat "$1.1" "$1.2" && cat "$1.1.err" "$1.2.err" >&2
' "$copy/rolecall" "$work/both"
[ "$(grep -c '^rolecall ' "$out")" -eq 2 ] || fail 'did not print two versions'
[ "$(grep -c 'building, once' "$err")" -eq 1 ] || fail 'did not build exactly once'

if [ "$failures" -gt 0 ]; then
  printf '%s checks of the launcher failed\n' "$failures"
  exit 1
fi
echo 'the launcher passed all checks'
