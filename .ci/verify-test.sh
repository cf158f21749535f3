#!/usr/bin/env bash
# Tests scripts/verify.sh against a made-up aws on the PATH, which answers from files and writes down how it was called.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
cat >"$work/bin/aws" <<'AWS'
#!/usr/bin/env bash
# answers/SERVICE.OPERATION holds what to print, and .fails beside it what to say when failing. ROLE in an answer is the role
# that was asked for last.
printf '%s\n' "$*" >>"$WORK/calls"
name=$1.$2
case $* in *--role-arn*) printf '%s' "$*" | sed 's/.*--role-arn \([^ ]*\).*/\1/; s/.*role\///' >"$WORK/role" ;; esac
if [ -f "$WORK/answers/$name.fails" ]; then
  cat "$WORK/answers/$name.fails" >&2
  exit 254
fi
[ ! -f "$WORK/answers/$name" ] || sed "s/ROLE/$(cat "$WORK/role" 2>/dev/null)/" "$WORK/answers/$name"
AWS
chmod +x "$work/bin/aws"
export WORK=$work PATH="$work/bin:$PATH"

failures=0
fail() {
  printf 'verify-test: %s: %s\n' "$name" "$1" >&2
  sed 's/^/    /' "$work/out" "$work/err" >&2
  failures=$((failures + 1))
}

# An account in which everything is well.
prepare() {
  rm -rf "$work/answers" "$work/calls" "$work/role"
  mkdir "$work/answers"
  printf '%s\t%s\n' \
    AlertTopicArn arn:aws:sns:us-east-1:111122223333:rolecall-AlertTopic-EXAMPLE \
    FunctionLogGroup /rolecall/rolecall \
    BufferUrl https://sqs.us-east-1.amazonaws.com/111122223333/rolecall-Buffer \
    BufferDeadLettersUrl https://sqs.us-east-1.amazonaws.com/111122223333/rolecall-BufferDeadLetters \
    RuleDeadLettersUrl https://sqs.us-east-1.amazonaws.com/111122223333/rolecall-RuleDeadLetters \
    >"$work/answers/cloudformation.describe-stacks"
  printf 'email\tarn:aws:sns:us-east-1:111122223333:rolecall-AlertTopic-EXAMPLE:1\nsqs\tPendingConfirmation\n' \
    >"$work/answers/sns.list-subscriptions-by-topic"
  printf '111122223333\tarn:aws:sts::111122223333:assumed-role/Admin/dana\n' >"$work/answers/sts.get-caller-identity"
  echo 'An error occurred (AccessDenied) when calling the AssumeRole operation: no' >"$work/answers/sts.assume-role.fails"
  echo '{"message":"alert published","role":"ROLE"}' >"$work/answers/logs.filter-log-events"
  echo 4 >"$work/answers/sqs.get-queue-attributes"
}

# check NAME CODE WORDS ARGUMENT...: runs it, compares the exit code, looks for the words in what it says.
check() {
  name=$1
  local wanted=$2 words=$3 code=0
  shift 3
  scripts/verify.sh "$@" >"$work/out" 2>"$work/err" </dev/null || code=$?
  [ "$code" -eq "$wanted" ] || fail "ended with $code, not $wanted"
  cat "$work/out" "$work/err" | grep -qF -- "$words" || fail "does not say: $words"
}

called() {
  grep -qF -- "$1" "$work/calls" || fail "does not call aws with: $1"
}

prepare
check 'all is well' 0 'All is well' rolecall
called 'sts assume-role --role-arn arn:aws:iam::111122223333:role/rolecall-verify-chime-'
called '--log-group-name /rolecall/rolecall'
called "\$.role = \"$(cat "$work/role")\""
grep -q '1 confirmed subscriptions, 1 not confirmed' "$work/out" || fail 'does not count the subscriptions'
[ "$(grep -cvE '^(cloudformation describe|sns list|sts get|sts assume|logs filter)' "$work/calls")" -eq 0 ] ||
  fail 'makes calls that are not needed'

check 'another Region, account and profile' 0 'All is well' rolecall --region us-east-1 --profile security --from eu-central-1 --by voice
called '--role-session-name rolecall-verify --query AssumedRoleUser.Arn --profile voice --region eu-central-1'
called 'cloudformation describe-stacks --stack-name rolecall --query Stacks[0].Outputs[].[OutputKey,OutputValue] --output text --profile security --region us-east-1'

prepare
: >"$work/answers/logs.filter-log-events"
check 'no alert' 1 'BufferUrl: 4 messages' rolecall --wait 0
check 'no alert, a while' 1 'no alert within 1 seconds' rolecall --wait 1 --every 1
# The CLI prints None for a page without events.
echo None >"$work/answers/logs.filter-log-events"
check 'no alert, and None for it' 1 'did not reach the rules' rolecall --wait 0
echo '{"message":"alert published","role":"another-chime-role"}' >"$work/answers/logs.filter-log-events"
check 'an alert about another role' 1 'no alert within 0 seconds' rolecall --wait 0
echo 'An error occurred (AccessDenied)' >"$work/answers/sqs.get-queue-attributes.fails"
check 'no right to the queues' 1 'BufferUrl: cannot be read: An error occurred (AccessDenied)' rolecall --wait 0

prepare
: >"$work/answers/sns.list-subscriptions-by-topic"
check 'nobody subscribed' 0 'Nobody would read the alert' rolecall
echo 'An error occurred (AuthorizationError)' >"$work/answers/sns.list-subscriptions-by-topic.fails"
check 'no right to the subscriptions' 0 'cannot be read: An error occurred (AuthorizationError)' rolecall

prepare
echo 'Stack with id x does not exist' >"$work/answers/cloudformation.describe-stacks.fails"
check 'no such stack' 2 'the stack rolecal cannot be read: Stack with id x does not exist' rolecal
prepare
echo None >"$work/answers/cloudformation.describe-stacks"
check 'another stack' 2 'no outputs AlertTopicArn and FunctionLogGroup' other
prepare
echo 'An error occurred (ExpiredToken) when calling' >"$work/answers/sts.assume-role.fails"
check 'credentials that ended' 2 'for another reason than a denial: An error occurred (ExpiredToken)' rolecall
prepare
rm "$work/answers/sts.assume-role.fails"
check 'the role exists' 2 'exists after all' rolecall
prepare
printf '111122223333\tarn:aws:iam::111122223333:root\n' >"$work/answers/sts.get-caller-identity"
check 'root' 2 'you are the root user' rolecall
! grep -q assume-role "$work/calls" || fail 'calls as root'
prepare
echo 'An error occurred (AccessDeniedException)' >"$work/answers/logs.filter-log-events.fails"
check 'no right to the log' 2 'the log /rolecall/rolecall cannot be read' rolecall

check 'no stack' 2 'name the stack'
check 'two stacks' 2 "'a' or 'b'?" a b
check 'an unknown option' 2 'no option --regoin' a --regoin us-east-1
check 'an option without its value' 2 '--wait needs a value' a --wait
check 'no number' 2 "--wait is 'long'" a --wait long
check 'help' 0 'usage: scripts/verify.sh STACK' --help

[ "$failures" -eq 0 ] || exit 1
echo 'verify-test: all is well'
