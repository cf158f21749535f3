package rolecall.pattern;

import java.util.List;

/** A hashed set of texts in any letter case that is asked without making anything. Immutable. */
final class FoldedTexts {
  private final String[] slots;

  FoldedTexts(List<String> texts) {
    slots = new String[Math.max(2, Integer.highestOneBit(Math.max(1, texts.size())) * 4)];
    for (String text : texts) {
      String folded = Letters.fold(text);
      slots[slotOf(folded)] = folded;
    }
  }

  boolean contains(String text) {
    return slots[slotOf(text)] != null;
  }

  /** Where that text stands, or the free place where it would. */
  private int slotOf(String text) {
    int slot = Letters.hash(text) & (slots.length - 1);
    while (slots[slot] != null
        && !(slots[slot].length() == text.length()
            && Letters.foldedStandsAt(slots[slot], text, 0))) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}
