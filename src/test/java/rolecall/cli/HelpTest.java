package rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HelpTest {
  @Test
  void help_lists_every_command_and_the_exit_codes() {
    assertThat(Ran.with("--help"))
        .isEqualTo(
            new Ran(
                """
                Usage: rolecall [--help] [--version] COMMAND [OPTIONS] [ARGUMENTS]

                Who took which role, and was that meant to be? Rolecall judges CloudTrail
                records of Amazon Chime, IAM and STS against a policy.

                  -h, --help      Show this help message and exit.
                  -V, --version   Print version information and exit.

                Commands:
                  scan       Judge log files; findings go to standard output.
                  explain    Say why an event alerted, or why not: every rule, clause and grant.
                  lineage    Say who stands behind an event: the chain of sessions, back to its
                               root.
                  policy     Check a policy, run its cases, compare two over logs.
                  lookup     Judge the account's own recent events, without a trail or log
                               files.
                  reconcile  Find and judge events that CloudTrail has and the monitor missed.
                  doctor     Is the trail on, are the rules on, is a Region blind?

                Exit codes:
                   0   no finding at or above --fail-on, no failed case, difference or fault
                   1   findings at or above --fail-on, failed cases, differences, faults
                   2   wrong usage, a bad policy, or output that cannot be written
                   3   some input could not be read; the rest was judged (outranks 1)

                'rolecall COMMAND --help' tells all about one command.
                """,
                "",
                0));
  }

  @Test
  void no_words_at_all_print_the_help() {
    assertThat(Ran.with()).isEqualTo(Ran.with("--help"));
  }

  @Test
  void help_of_a_command_lists_its_options_and_the_exit_codes() {
    Ran help = Ran.with("scan", "--help");
    assertThat(help.code()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out())
        .startsWith("Usage: rolecall scan [OPTIONS] PATH...\n")
        .contains("--policy=FILE", "--format=FORMAT", "-o, --output=FILE", "--fail-on=SEVERITY")
        .contains("table, json (one document), jsonl", "ocsf (Detection", "sarif (2.1.0) or csv")
        .contains("--severity=SEVERITY", "--since=TIME", "--until=TIME", "--baseline=FILE")
        .contains("--threads=N", "--quiet", "--no-color", "--show-observed", "Exit codes:")
        .contains("s3://BUCKET/PREFIX", "--profile=NAME", "--region=REGION", "--endpoint-url=URL");
  }

  @Test
  void help_of_the_other_commands_lists_their_options_and_exit_codes() {
    assertThat(Ran.with("explain", "--help").out())
        .startsWith("Usage: rolecall explain [OPTIONS] EVENT-ID PATH...\n")
        .contains("--policy=FILE", "--format=FORMAT", "--threads=N", "--quiet", "Exit codes:");
    assertThat(Ran.with("lineage", "--help").out())
        .startsWith("Usage: rolecall lineage [OPTIONS] EVENT-ID [PATH...]\n")
        .contains("cloudtrail:LookupEvents", "--region=REGION", "--endpoint-url=URL")
        .contains("--format=FORMAT", "--threads=N", "--quiet", "--profile=NAME", "Exit codes:");
    assertThat(Ran.with("policy", "lint", "--help").out())
        .startsWith("Usage: rolecall policy lint [OPTIONS] [FILE]\n")
        .contains("--policy=FILE", "Exit codes:");
    assertThat(Ran.with("policy", "test", "--help").out())
        .startsWith("Usage: rolecall policy test [OPTIONS] [FILE]\n")
        .contains("--policy=FILE", "Exit codes:");
    assertThat(Ran.with("policy", "diff", "--help").out())
        .startsWith("Usage: rolecall policy diff [OPTIONS] OLD NEW PATH...\n")
        .contains("--threads=N", "--quiet", "Exit codes:");
    assertThat(Ran.with("lookup", "--help").out())
        .startsWith("Usage: rolecall lookup [OPTIONS]\n")
        .contains("--since=WHEN", "--until=WHEN", "--resume=FILE", "--policy=FILE", "Exit codes:")
        .contains("--format=FORMAT", "-o, --output=FILE", "--fail-on=SEVERITY", "--baseline=FILE")
        .contains("--severity=SEVERITY", "--show-observed", "--profile=NAME", "--region=REGION");
    assertThat(Ran.with("reconcile", "--help").out())
        .startsWith("Usage: rolecall reconcile [OPTIONS] [PATH...]\n")
        .contains("--since=WHEN", "--until=WHEN", "--stack=NAME", "--table=NAME", "--policy=FILE")
        .contains("--format=FORMAT", "-o, --output=FILE", "--severity=SEVERITY", "--baseline=FILE")
        .contains("--profile=NAME", "--region=REGION", "--threads=N", "s3://BUCKET/PREFIX")
        .contains("dynamodb:Query", "it missed at least one, whether or not that breaks a rule")
        .contains("15 minutes ago", "default: 15m")
        .doesNotContain("--fail-on");
    assertThat(Ran.with("doctor", "--help").out())
        .startsWith("Usage: rolecall doctor [OPTIONS]\n")
        .contains("--stack=NAME", "--format=FORMAT", "--profile=NAME", "Exit codes:");
  }

  @Test
  void version_is_one_line() {
    Ran version = Ran.with("--version");
    assertThat(version.code()).isZero();
    assertThat(version.out()).startsWith("rolecall ").hasLineCount(1);
  }
}
