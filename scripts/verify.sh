#!/usr/bin/env bash
# Raises one harmless finding in your account and waits until Rolecall has sent the alert for it.
#
# The call is sts:AssumeRole of a role that does not exist. IAM denies it, CloudTrail records it, and the rule
# assumption-refused (severity medium) tells it, because the role's name has "chime" in it. Nothing is made and nothing changed.
# Whether the alert went out is read in the function's log, where a line is written once the topic has taken the message.
#
# Needs bash and the AWS CLI, version 2. Exit codes: 0 the alert went out, 1 it did not come in time, 2 it could not be tried.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: scripts/verify.sh STACK [options]

  STACK              the name of the hub's stack
  --region REGION    where the hub is; the AWS CLI's own default without
  --profile NAME     who reads the stack and its log; the AWS CLI's own default without
  --from REGION      where the finding is raised: a Region with a spoke; the hub's without
  --by NAME          who raises it: a profile of another account with a spoke; --profile without
  --wait SECONDS     how long to wait for the alert; 600 without
  --every SECONDS    how often to look; 10 without

The readers' rights: cloudformation:DescribeStacks, logs:FilterLogEvents, sns:ListSubscriptionsByTopic; when the alert does not come
also sqs:GetQueueAttributes. The one who raises it needs no right at all, and must not be the root user.
TEXT
}

stop() {
  printf 'verify: %s\n' "$1" >&2
  exit 2
}

say() {
  printf '%s\n' "$1"
}

is_number() {
  case $1 in '' | *[!0-9]*) return 1 ;; esac
}

stack='' region='' profile='' from='' by='' wait=600 every=10
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help)
      usage
      exit 0
      ;;
    --region | --profile | --from | --by | --wait | --every)
      [ $# -ge 2 ] && [ -n "$2" ] || stop "$1 needs a value. See scripts/verify.sh --help."
      case $1 in
        --region) region=$2 ;;
        --profile) profile=$2 ;;
        --from) from=$2 ;;
        --by) by=$2 ;;
        --wait) wait=$2 ;;
        --every) every=$2 ;;
      esac
      shift 2
      ;;
    -*) stop "there is no option $1. See scripts/verify.sh --help." ;;
    *)
      [ -z "$stack" ] || stop "one stack at a time: '$stack' or '$1'?"
      stack=$1
      shift
      ;;
  esac
done
[ -n "$stack" ] || stop 'name the stack. See scripts/verify.sh --help.'
is_number "$wait" || stop "--wait is '$wait', which is not a number of seconds."
is_number "$every" || stop "--every is '$every', which is not a number of seconds."
command -v aws >/dev/null || stop 'there is no aws on the PATH. Install the AWS CLI, version 2.'
export AWS_PAGER=''

problem=$(mktemp)
trap 'rm -f "$problem"' EXIT

# ask PROFILE REGION ARGUMENT...: the AWS CLI as somebody, somewhere; empty stands for its own default.
ask() {
  local who=$1 where=$2
  shift 2
  aws "$@" ${who:+--profile "$who"} ${where:+--region "$where"} 2>"$problem"
}

output() {
  printf '%s\n' "$outputs" | awk -F '\t' -v name="$1" '$1 == name { print $2 }'
}

why() {
  tr '\n' ' ' <"$problem" | sed 's/^ *//; s/ *$//'
}

say "1. The stack $stack"
outputs=$(ask "$profile" "$region" cloudformation describe-stacks --stack-name "$stack" \
  --query 'Stacks[0].Outputs[].[OutputKey,OutputValue]' --output text) ||
  stop "the stack $stack cannot be read: $(why)"
topic=$(output AlertTopicArn)
log=$(output FunctionLogGroup)
[ -n "$topic" ] && [ -n "$log" ] ||
  stop "the stack $stack has no outputs AlertTopicArn and FunctionLogGroup. Is it Rolecall's hub, and is it deployed?"
hub=$(printf '%s' "$topic" | cut -d : -f 4)
partition=$(printf '%s' "$topic" | cut -d : -f 2)
say "   in $hub, alerts to $topic"

if subscribers=$(ask "$profile" "$hub" sns list-subscriptions-by-topic --topic-arn "$topic" \
  --query 'Subscriptions[].[Protocol,SubscriptionArn]' --output text); then
  confirmed=$(printf '%s\n' "$subscribers" | grep -c 'arn:' || true)
  pending=$(printf '%s\n' "$subscribers" | grep -c 'PendingConfirmation' || true)
  say "   $confirmed confirmed subscriptions, $pending not confirmed yet"
  [ "$confirmed" -gt 0 ] || say '   Nobody would read the alert: confirm a subscription, or subscribe somebody.'
else
  say "   its subscriptions cannot be read: $(why)"
fi

say "2. A call that is denied"
account=$(ask "${by:-$profile}" "${from:-$hub}" sts get-caller-identity --query '[Account,Arn]' --output text) ||
  stop "it is not known who you are: $(why)"
caller=$(printf '%s' "$account" | cut -f 2)
account=$(printf '%s' "$account" | cut -f 1)
case $caller in
  *:root) stop 'you are the root user, for whom IAM does not name the role in its refusal. Be somebody else.' ;;
esac
started=$(date +%s)
role="rolecall-verify-chime-$started-$RANDOM"
say "   sts:AssumeRole of arn:$partition:iam::$account:role/$role in ${from:-$hub}, by $caller"
# At the endpoint of the Region itself: the global one might record the call in another.
if AWS_STS_REGIONAL_ENDPOINTS=regional ask "${by:-$profile}" "${from:-$hub}" sts assume-role \
  --role-arn "arn:$partition:iam::$account:role/$role" --role-session-name rolecall-verify --query AssumedRoleUser.Arn \
  >/dev/null; then
  stop "the role $role exists after all, and you hold its credentials now; they end within the hour. Try again."
fi
grep -q 'AccessDenied' "$problem" || stop "the call failed for another reason than a denial: $(why)"
say '   denied, as it should be'

say "3. The alert, in $log"
pattern="{ \$.message = \"alert published\" && \$.role = \"$role\" }"
# A minute earlier than now, in case this clock is ahead.
since=$(((started - 60) * 1000))
SECONDS=0
while :; do
  found=$(ask "$profile" "$hub" logs filter-log-events --log-group-name "$log" --start-time "$since" \
    --filter-pattern "$pattern" --query 'events[].message' --output text) ||
    stop "the log $log cannot be read: $(why)"
  case $found in *"$role"*) break ;; esac
  if [ "$SECONDS" -ge "$wait" ]; then
    found=''
    break
  fi
  sleep "$every"
done

if [ -n "$found" ]; then
  say "   sent after $SECONDS seconds:"
  printf '%s\n' "$found" | sed 's/^/   /'
  say 'All is well: the way from CloudTrail to the topic is open.'
  exit 0
fi

say "   no alert within $wait seconds."
say '4. What to look at, in this order'
for queue in RuleDeadLettersUrl BufferUrl BufferDeadLettersUrl; do
  url=$(output "$queue")
  if waiting=$(ask "$profile" "$hub" sqs get-queue-attributes --queue-url "$url" \
    --attribute-names ApproximateNumberOfMessages --query Attributes.ApproximateNumberOfMessages --output text); then
    say "   $queue: $waiting messages"
  else
    say "   $queue: cannot be read: $(why)"
  fi
done
cat <<TEXT
   - Messages in RuleDeadLettersUrl: a rule could not deliver. Read ERROR_CODE in the attributes of one.
   - Messages in BufferUrl that stay there: the function does not take them. Look at its event source mapping and errors.
   - Messages in BufferDeadLettersUrl: the function gave them back five times. Look in $log for "level":"ERROR".
   - None anywhere: the event did not reach the rules. Is there a trail of management events, read and write, that is logging
     in ${from:-$hub}? Without one EventBridge gets nothing. Is there a spoke, if ${from:-$hub} is not $hub or $account is another
     account, and does the hub bus admit the account (parameter OrganizationId)?
   - Does your own policy change the list watch.roles, or switch assumption-refused off?
   - CloudTrail gives no time within which an event comes; most come within minutes. Try again with a longer --wait.
TEXT
exit 1
