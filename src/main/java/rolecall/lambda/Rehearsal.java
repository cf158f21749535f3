package rolecall.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import rolecall.ingest.Arrival;
import rolecall.monitor.Outcome;
import rolecall.monitor.OwnFindings;

/**
 * Goes the whole way once before Lambda takes its snapshot, so that a copy restored from it has its
 * classes loaded: reads an event, judges it, looks up who stands behind it, claims it, writes its
 * alert and signs it, sends all of it to a port of this machine, and reads what a {@link Prompter}
 * answers there. Nothing is published and nothing remembered.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">Lambda:
 *     runtime hooks for SnapStart</a>
 */
final class Rehearsal implements Resource {
  /** Hooks are asked only as long as somebody else holds them. */
  private static final List<Rehearsal> HELD = new ArrayList<>();

  /** The time of the rehearsed event, as it is written. */
  private static final String WHEN = "2026-03-02T09:14:07Z";

  private final Map<String, String> variables;

  Rehearsal(Map<String, String> variables) {
    this.variables = new HashMap<>(variables);
    this.variables.keySet().removeIf(name -> name.startsWith("AWS_ENDPOINT_URL"));
    // Otherwise the rehearsal would reach AWS itself.
    this.variables.remove("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS");
    // The policy that judges was loaded already; the way to it is not gone again.
    this.variables.remove(Settings.POLICY_URI);
  }

  /** Has it done when a snapshot is taken; without one, nothing is done. */
  static void beforeSnapshot(Map<String, String> variables) {
    Rehearsal rehearsal = new Rehearsal(variables);
    HELD.add(rehearsal);
    Core.getGlobalContext().register(rehearsal);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    rehearse();
    // The first time is slow, and a call to the ledger may have been given up in it.
    rehearse();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Clients connect anew by themselves, and the policy is asked for again by its age.
  }

  /** Who is behind an event of long ago is not looked up. */
  private static byte[] at(Instant now, InputStream event) throws IOException {
    String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
    return new String(event.readAllBytes(), UTF_8).replace(WHEN, time).getBytes(UTF_8);
  }

  /** Goes the whole way once. */
  Outcome rehearse() {
    try (Prompter prompter = new Prompter();
        InputStream event = Rehearsal.class.getResourceAsStream("/rolecall/rehearsal.json")) {
      variables.put("AWS_ENDPOINT_URL", prompter.url());
      Wiring wiring =
          Wiring.of(
              variables,
              InstantSource.system(),
              new PrintStream(OutputStream.nullOutputStream(), false));
      Outcome outcome =
          wiring
              .monitor()
              .handle(
                  Arrival.of("rehearsal", at(wiring.clock().instant(), event)),
                  () -> Duration.ofMinutes(1),
                  new OwnFindings(Optional.empty(), Optional.empty()));
      wiring.metrics().of(outcome, wiring.clock().instant()).forEach(wiring.journal()::print);
      Answers.write(outcome, OutputStream.nullOutputStream());
      return outcome;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
