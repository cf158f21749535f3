package rolecall.pattern;

/**
 * One of the things that a field may be.
 *
 * @param words the same for a person: {@code prefix "AWS"}
 */
record Item(Matcher matcher, String words) {}
