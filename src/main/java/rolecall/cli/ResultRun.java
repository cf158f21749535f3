package rolecall.cli;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import rolecall.finding.KnownFinding;
import rolecall.finding.Severity;
import rolecall.monitor.Balance;
import rolecall.monitor.Scan;
import rolecall.monitor.ScanResult;
import rolecall.monitor.Witness;
import rolecall.policy.CompiledPolicy;
import rolecall.report.Csv;
import rolecall.report.Format;
import rolecall.report.JsonDocument;
import rolecall.report.JsonLines;
import rolecall.report.KeptRecords;
import rolecall.report.OcsfLines;
import rolecall.report.Rendering;
import rolecall.report.Report;
import rolecall.report.Sarif;
import rolecall.report.Table;
import rolecall.report.TableStyle;

/** From a policy to results and an exit code, whatever the records come from. */
final class ResultRun {
  /** Reads records and has them judged. */
  @FunctionalInterface
  interface Reading {
    /** Tells what was lost by itself. */
    ScanResult read(Scan scan, Witness witness);

    /** What a monitor handled of what was read, where that was asked; to be asked for last. */
    default Optional<Balance> balance() {
      return Optional.empty();
    }

    /** How a run with that result ends when findings at or above {@code failOn} matter. */
    default ExitCode code(ScanResult result, Severity failOn) {
      return ExitCode.of(result, failOn);
    }
  }

  private final Console console;
  private final ResultRequest request;
  private final int threads;
  private final KeptRecords records = new KeptRecords();

  /**
   * @param threads how many inputs are read at once
   */
  ResultRun(Console console, ResultRequest request, int threads) {
    this.console = Objects.requireNonNull(console, "console is null");
    this.request = Objects.requireNonNull(request, "request is null");
    this.threads = threads;
  }

  ExitCode run(Reading reading) throws Refused {
    Optional<OutputFile> output =
        request.output().isPresent()
            ? Optional.of(OutputFile.at(request.output().get()))
            : Optional.empty();
    Set<KnownFinding> baseline =
        request.baseline().isPresent() ? Baseline.read(request.baseline().get()) : Set.of();
    CompiledPolicy judge =
        Policies.judging(request.policy(), console, "nothing was scanned", !request.quiet());
    if (!request.quiet()) {
      judge.endingExceptions(console.today()).forEach(console::say);
    }
    Scan scan = new Scan(judge, threads, request.since(), request.until(), baseline);
    ScanResult result = reading.read(scan, witness());
    Report report =
        new Report(
            result, judge.stamp(), request.floor(), request.showObserved(), reading.balance());
    if (output.isPresent()) {
      output.get().write(rendering(TableStyle.plain()), report);
    } else {
      print(report);
    }
    return reading.code(result, request.failOn());
  }

  /** Only one format shows the records themselves, and they take memory. */
  private Witness witness() {
    return request.format() == Format.OCSF ? records : Witness.NONE;
  }

  private void print(Report report) throws Refused {
    TableStyle style =
        console.outTerminal()
            ? new TableStyle(console.columns(), request.colour(), console.charset())
            : TableStyle.plain();
    console.write(
        request.format() != Format.TABLE,
        "Write to a file with -o.",
        out -> rendering(style).write(report, out));
  }

  private Rendering rendering(TableStyle style) {
    return switch (request.format()) {
      case TABLE -> new Table(style);
      case JSON -> new JsonDocument();
      case JSONL -> new JsonLines();
      case OCSF -> new OcsfLines(records, Version.number());
      case SARIF -> new Sarif(Version.number());
      case CSV -> new Csv();
    };
  }
}
