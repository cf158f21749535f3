package rolecall.monitor;

import java.util.Objects;
import rolecall.ledger.OpenChains;
import rolecall.ledger.Takings;
import rolecall.lineage.AskingTracer;
import rolecall.lineage.Tracer;
import rolecall.lineage.Unasked;

/**
 * What it takes to find out who stands behind an event, and to remember it. Thread-safe.
 *
 * @param tracer one for the whole process: it remembers what it heard
 */
public record Lookups(Tracer tracer, Takings takings, OpenChains open) {
  public Lookups {
    Objects.requireNonNull(tracer, "tracer is null");
    Objects.requireNonNull(takings, "takings is null");
    Objects.requireNonNull(open, "open is null");
  }

  /** For who wants nobody to be asked: what came by itself still joins. */
  public static Lookups askingNobody(Takings takings, OpenChains open) {
    Tracer tracer =
        new AskingTracer(
            new Unasked("look-ups are turned off, and it did not come by itself"),
            System::nanoTime);
    return new Lookups(tracer, takings, open);
  }
}
