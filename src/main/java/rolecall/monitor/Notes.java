package rolecall.monitor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.SequencedMap;
import java.util.TreeMap;

/** What a user should know beside findings and losses. For one thread at a time. */
final class Notes {
  private static final int NAMED = 10;

  private final FirstFew<String> empty = new FirstFew<>(NAMED);
  private final FirstFew<String> emptyFolders = new FirstFew<>(NAMED);
  private final NavigableMap<String, Long> skipped = new TreeMap<>();
  private long allSkipped;

  void empty(long inputNumber, String name) {
    empty.add(inputNumber, name);
  }

  void emptyFolder(long inputNumber, String name) {
    emptyFolders.add(inputNumber, name);
  }

  void skipped(String why) {
    skipped(why, 1);
  }

  void addAll(Notes others) {
    empty.addAll(others.empty);
    emptyFolders.addAll(others.emptyFolders);
    long named = others.skipped.values().stream().mapToLong(Long::longValue).sum();
    allSkipped += others.allSkipped - named;
    others.skipped.forEach(this::skipped);
  }

  /**
   * Names the first reasons of the alphabet: one that falls out has as many before it as are named,
   * so it can never come back, and the counts of those that stay are whole.
   */
  private void skipped(String why, long count) {
    allSkipped += count;
    skipped.merge(why, count, Long::sum);
    if (skipped.size() > NAMED) {
      skipped.pollLastEntry();
    }
  }

  /** One sentence each; a few at most, whatever the number of inputs. */
  List<String> sentences(FirstFew<?> losses) {
    List<String> sentences = new ArrayList<>();
    empty.list().forEach(name -> sentences.add(readable(name) + " is empty: it holds no records."));
    if (empty.more() > 0) {
      sentences.add("And " + counted(empty.more(), "more empty input") + ".");
    }
    emptyFolders.list().forEach(name -> sentences.add(name + " is a folder with no log files."));
    if (emptyFolders.more() > 0) {
      sentences.add("And " + counted(emptyFolders.more(), "more folder") + " with no log files.");
    }
    if (losses.more() > 0) {
      sentences.add(
          "Of what could not be read, the first "
              + losses.list().size()
              + " are listed, and "
              + losses.more()
              + " more are only counted.");
    }
    return sentences;
  }

  /** Why inputs were skipped, and how many for each reason; a few reasons at most. */
  SequencedMap<String, Long> skips() {
    SequencedMap<String, Long> reasons = new LinkedHashMap<>(skipped);
    long named = skipped.values().stream().mapToLong(Long::longValue).sum();
    if (allSkipped > named) {
      reasons.put("for further reasons", allSkipped - named);
    }
    return reasons;
  }

  private static String readable(String name) {
    return name.equals("-") ? "Standard input" : name;
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
