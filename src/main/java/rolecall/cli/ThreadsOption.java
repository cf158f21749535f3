package rolecall.cli;

import picocli.CommandLine.Option;

/** How many files a command reads at once. */
final class ThreadsOption {
  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "read so many files at once, 1 to 64; default: one a processor")
  private String threads;

  int count() throws Refused {
    return threads == null ? Words.threads() : Words.threads("--threads", threads);
  }
}
