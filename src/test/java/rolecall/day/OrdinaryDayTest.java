package rolecall.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolecall.finding.Finding;
import rolecall.finding.Told;
import rolecall.ingest.Found;
import rolecall.ingest.LogSource;
import rolecall.monitor.Progress;
import rolecall.monitor.Scan;
import rolecall.monitor.ScanResult;
import rolecall.monitor.Summary;
import rolecall.policy.PolicyFile;

/**
 * The shipped policy on a day of an ordinary account: nearly silent, and every alert explained.
 * {@code -Dgolden=write} writes the golden text anew; {@code -Dday=FOLDER} writes the day's files
 * to a folder, to be scanned with {@code ./rolecall scan FOLDER}.
 */
class OrdinaryDayTest {
  private static final int RECORDS = 100_000;
  private static final long SEED = 1;
  private static final Path GOLDEN = Path.of("src/test/resources/golden/ordinary-day.txt");

  private static final String CHIME_ADMIN =
      "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/"
          + Actors.reservedRole("ChimeAdmin");
  private static final String GRANT =
      """
      grants:
        - name: chime-administrator
          why: Dana runs the voice connectors.
          owner: voice@example.com
          roles: ["CHIME_ADMIN"]
          principals: ["arn:aws:iam::111122223333:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE"]
          terms: {subjects: [dana]}
      """
          .replace("CHIME_ADMIN", CHIME_ADMIN);

  private static ScanResult scan(OrdinaryDay day, long seed, String policy) {
    Iterator<LogSource> files = new DayFiles(day, seed);
    Iterator<Found> inputs =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return files.hasNext();
          }

          @Override
          public Found next() {
            return new Found.Source(files.next());
          }
        };
    PolicyFile file = PolicyFile.read("default", policy.getBytes(StandardCharsets.UTF_8));
    return new Scan(
            file.loaded().orElseThrow().policy(), 2, Optional.empty(), Optional.empty(), Set.of())
        .run(inputs, Progress.NONE);
  }

  private static String shipped() throws IOException {
    return Files.readString(Path.of("policies/default.yaml"));
  }

  @Test
  void the_day_is_told_as_it_was_explained() throws IOException {
    if (System.getProperty("day") != null) {
      writeFiles(Path.of(System.getProperty("day")));
    }
    OrdinaryDay day = new OrdinaryDay(SEED, RECORDS);
    ScanResult result = scan(day, SEED, shipped());
    assertWhole(result);
    Summary s = result.summary();
    String found =
        day.mix().entrySet().stream()
                .map(kind -> "%6d %s\n".formatted(kind.getValue(), kind.getKey()))
                .collect(Collectors.joining())
            + "\nignored %d, allowed %d, observed %d, alerted %d, repeated %d\n\n"
                .formatted(s.ignored(), s.allowed(), s.observed(), s.alerted(), s.repeated())
            + result.told().stream().map(Explanation::line).collect(Collectors.joining());
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(GOLDEN, found);
    }
    assertThat(found).isEqualTo(Files.readString(GOLDEN));
    assertFew(result);
  }

  @ParameterizedTest
  @ValueSource(longs = {20260303, 42})
  void other_days_are_as_quiet(long seed) throws IOException {
    ScanResult result = scan(new OrdinaryDay(seed, RECORDS), seed, shipped());
    assertWhole(result);
    assertFew(result);
  }

  @Test
  void a_policy_that_says_what_is_meant_is_silent() throws IOException {
    String meant =
        shipped()
            .replace(
                "trusted-accounts: []", "trusted-accounts: [\"444455556666\", \"123456789012\"]")
            .replace("chime-operators: []", "chime-operators: [\"" + CHIME_ADMIN + "\"]")
            .replace("\ngrants: []\n", "\n" + GRANT);
    ScanResult result = scan(new OrdinaryDay(SEED, 20_000), SEED, meant);
    assertThat(result.told()).isEmpty();
    assertThat(scan(new OrdinaryDay(SEED, 20_000), SEED, shipped()).told()).hasSize(6);
  }

  private static void writeFiles(Path folder) throws IOException {
    Files.createDirectories(folder);
    Iterator<LogSource> files = new DayFiles(new OrdinaryDay(SEED, RECORDS), SEED);
    while (files.hasNext()) {
      LogSource file = files.next();
      try (InputStream content = file.open()) {
        Files.copy(content, folder.resolve(file.name()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void assertWhole(ScanResult result) {
    Summary s = result.summary();
    assertThat(result.problems()).isEmpty();
    assertThat(s.unreadable()).isZero();
    assertThat(s.records()).isEqualTo(RECORDS);
    assertThat(s.ignored() + s.allowed() + s.observed() + s.alerted() + s.repeated())
        .isEqualTo(RECORDS);
  }

  private static void assertFew(ScanResult result) {
    List<String> unexplained = new ArrayList<>();
    for (Told told : result.told()) {
      if (Explanation.of(told.finding()).isEmpty()) {
        Finding finding = told.finding();
        unexplained.add(finding.rule().id() + ": " + finding.reason());
      }
    }
    assertThat(unexplained.stream().distinct().limit(40))
        .as("findings that nobody explained")
        .isEmpty();
    assertThat(result.told()).hasSizeLessThan(10);
  }
}
