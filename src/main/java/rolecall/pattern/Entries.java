package rolecall.pattern;

import java.util.List;

/** A set of texts that people wrote, compared in any letter case. */
public final class Entries {
  private final List<String> written;

  private Entries(List<String> written) {
    this.written = List.copyOf(written);
  }

  public static Entries of(List<String> written) {
    return new Entries(written);
  }

  public boolean contains(String text) {
    return written.stream().anyMatch(text::equalsIgnoreCase);
  }
}
