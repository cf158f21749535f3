package rolecall.aws;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** Pages of text as one stream of bytes, each fetched when the one before is read. */
final class PageStream extends InputStream {
  /** Turns pages. */
  @FunctionalInterface
  interface Pages {
    /** The next page; empty at the end. */
    Optional<String> next() throws IOException;
  }

  private final Pages pages;
  private byte[] page;
  private int position;
  private boolean ended;

  PageStream(Optional<String> first, Pages pages) {
    this.page = bytes(first);
    this.ended = first.isEmpty();
    this.pages = pages;
  }

  @Override
  public int read() throws IOException {
    return isAtEnd() ? -1 : page[position++] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, into.length);
    if (length == 0) {
      return 0;
    }
    if (isAtEnd()) {
      return -1;
    }
    int count = Math.min(length, page.length - position);
    System.arraycopy(page, position, into, from, count);
    position += count;
    return count;
  }

  private boolean isAtEnd() throws IOException {
    while (position == page.length && !ended) {
      Optional<String> next = pages.next();
      page = bytes(next);
      position = 0;
      ended = next.isEmpty();
    }
    return position == page.length;
  }

  private static byte[] bytes(Optional<String> text) {
    return text.orElse("").getBytes(StandardCharsets.UTF_8);
  }
}
