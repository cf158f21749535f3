package rolecall.document;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Identity providers that sign in everybody who asks, each with the claims of which one must be
 * conditioned. Immutable.
 */
public final class PublicProviders {
  /** What the four built-in providers call these two claims. */
  private static final Map<String, Set<String>> SAME =
      Map.of(
          "aud", Set.of("aud", "oaud", "app_id"),
          "sub", Set.of("sub", "id", "user_id"));

  private static final Map<String, String> WORDS = Map.of("audience", "aud", "subject", "sub");

  private final Map<String, Set<String>> claims;

  private PublicProviders(Map<String, Set<String>> claims) {
    this.claims = Map.copyOf(claims);
  }

  /**
   * Reads entries such as {@code accounts.google.com aud sub}: the provider's host, then blanks or
   * commas, then claims. {@code audience} and {@code subject} may be written for {@code aud} and
   * {@code sub}; these include what Facebook, Amazon and Google call them ({@code app_id}, {@code
   * oaud}, {@code id}, {@code user_id}). A host in two entries has the claims of both.
   *
   * @throws IllegalArgumentException when an entry names no claim; the message says how to mend it
   */
  public static PublicProviders of(Collection<String> entries) {
    Map<String, Set<String>> claims = new HashMap<>();
    for (String entry : entries) {
      List<String> words = List.of(entry.strip().toLowerCase(Locale.ROOT).split("[\\s,]+"));
      if (words.size() < 2) {
        throw new IllegalArgumentException(
            "The public provider \"%s\" names no claim; write its host and the claims that a trust must condition, such as \"accounts.google.com aud sub\""
                .formatted(ShortText.of(entry)));
      }
      words.stream()
          .skip(1)
          .flatMap(PublicProviders::spellings)
          .forEach(claims.computeIfAbsent(host(words.getFirst()), _ -> new TreeSet<>())::add);
    }
    return new PublicProviders(claims);
  }

  private static Stream<String> spellings(String word) {
    String claim = WORDS.getOrDefault(word, word);
    return SAME.getOrDefault(claim, Set.of(claim)).stream();
  }

  /** Whether a statement for this provider admits everybody whom the provider signs in. */
  boolean isOpen(Principal.Provider provider, List<Condition> conditions) {
    String host = host(provider.written());
    Set<String> keys =
        claims.getOrDefault(host, Set.of()).stream()
            .map(claim -> host + ":" + claim)
            .collect(Collectors.toSet());
    return !keys.isEmpty()
        && conditions.stream()
            .filter(condition -> keys.contains(condition.key().toLowerCase(Locale.ROOT)))
            .noneMatch(
                condition -> Narrowing.holds(condition, conditions, ClaimValue::meansSomebody));
  }

  /** The host, and path if any, of a provider that is named by its address or by its ARN. */
  private static String host(String written) {
    String name =
        ArnPattern.parse(written.strip())
            .map(ArnPattern::resourceId)
            .orElse(written.strip())
            .toLowerCase(Locale.ROOT);
    String address = name.startsWith("https://") ? name.substring("https://".length()) : name;
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }
}
