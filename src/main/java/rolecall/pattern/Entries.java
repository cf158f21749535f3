package rolecall.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A set of texts that people wrote, compared in any letter case. {@code *} in an entry stands for
 * any text, also none. An entry that is a block of addresses ({@code 198.51.100.0/24}) contains the
 * addresses inside it, and one that is an address contains it however it is spelt. Immutable and
 * thread-safe.
 */
public final class Entries {
  private final FoldedTexts exact;
  private final Wildcard[] wildcards;
  private final Network[] networks;
  private final boolean empty;

  private Entries(List<String> written) {
    List<Wildcard> shapes = new ArrayList<>();
    List<Network> blocks = new ArrayList<>();
    for (String entry : written) {
      if (entry.indexOf('*') >= 0) {
        shapes.add(Wildcard.anyCase(entry));
      }
      Network.parse(entry).or(() -> Address.parse(entry).map(Network::only)).ifPresent(blocks::add);
    }
    exact = new FoldedTexts(written);
    wildcards = shapes.toArray(Wildcard[]::new);
    networks = blocks.toArray(Network[]::new);
    empty = written.isEmpty();
  }

  /** The entries as they were written; none of them can be wrong. */
  public static Entries of(List<String> written) {
    return new Entries(written);
  }

  /** Whether an entry names that text, has its shape, or is a block with that address in it. */
  public boolean contains(String text) {
    if (empty) {
      return false;
    }
    return exact.contains(text) || hasShapeOf(text) || hasNetworkOf(text);
  }

  /** Whether nothing was written, so that nothing can be contained. */
  public boolean isEmpty() {
    return empty;
  }

  private boolean hasShapeOf(String text) {
    for (Wildcard wildcard : wildcards) {
      if (wildcard.matches(text)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasNetworkOf(String text) {
    if (networks.length == 0 || !Network.mayBeAddress(text)) {
      return false;
    }
    Optional<Address> address = Address.parse(text);
    if (address.isEmpty()) {
      return false;
    }
    for (Network network : networks) {
      if (network.contains(address.get())) {
        return true;
      }
    }
    return false;
  }
}
