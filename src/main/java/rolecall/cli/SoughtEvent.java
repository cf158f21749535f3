package rolecall.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words of the commands that look for one event among inputs. */
final class SoughtEvent {
  @Parameters(
      index = "0",
      paramLabel = "EVENT-ID",
      arity = "0..1",
      hideParamSyntax = true,
      description = "eventID of the record, or the sha256:... that scan shows for one without")
  private String eventId;

  @Parameters(
      index = "1..*",
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "a log file, a folder of log files, s3://BUCKET/PREFIX, or - for standard input")
  private List<String> paths = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json; default: text")
  private String format;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Option(names = "--quiet", description = "no progress, notes or warnings; errors stay")
  private boolean quiet;

  @Mixin private AwsOptions aws = new AwsOptions();

  /** Whether an event and an input are named. */
  boolean isWhole() {
    return hasEvent() && hasPaths();
  }

  boolean hasEvent() {
    return eventId != null;
  }

  boolean hasPaths() {
    return !paths.isEmpty();
  }

  /** The id, once {@link #hasEvent} was asked. */
  String eventId() {
    return Optional.ofNullable(eventId).orElseThrow();
  }

  LogInputs inputs() throws Refused {
    return new LogInputs(paths, aws.choice(), threads.count(), quiet);
  }

  AwsChoice aws() throws Refused {
    return aws.choice();
  }

  boolean quiet() {
    return quiet;
  }

  boolean asJson() throws Refused {
    return Words.isJson("--format", format);
  }

  /** That no record has the id, and what to do about it. */
  String notFound(long records, List<String> near) {
    String fix =
        near.isEmpty()
            ? "Copy the id from a finding, or name the logs that hold it."
            : "Did you mean " + String.join(" or ", near) + "?";
    return "no record has the id %s; %s read. %s"
        .formatted(eventId, Words.count(records, "record"), fix);
  }
}
