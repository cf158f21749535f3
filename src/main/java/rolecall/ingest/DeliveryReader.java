package rolecall.ingest;

import java.io.IOException;
import java.io.InputStream;
import rolecall.json.Json;

/** Opens what was delivered to the function. Keeps its buffers; for one thread at a time. */
public final class DeliveryReader {
  private static final String FIX = "Look at what sent it.";

  private final EventFilter filter;
  private final PackedText packedText = new PackedText();

  public DeliveryReader(EventFilter filter) {
    this.filter = filter;
  }

  /** Hands on all that a delivery holds. Never throws for what stands in it. */
  public void read(Delivery delivery, RecordSink sink) {
    Tally tally = new Tally(new Named(delivery.name()), filter, sink);
    switch (delivery.content()) {
      case Delivery.Content.Value(Json json) ->
          new Envelopes(tally, packedText).open(json, 0, Place.MESSAGE);
      case Delivery.Content.Unreadable(String why) ->
          tally.lostRecord(0, "It is no JSON that can be read: " + why + ".", FIX);
    }
    tally.end();
  }

  /** The name of what was delivered; its content is at hand already. */
  private record Named(String name) implements LogSource {
    @Override
    public boolean named() {
      return true;
    }

    @Override
    public InputStream open() throws IOException {
      throw new IOException("it was opened already");
    }
  }
}
