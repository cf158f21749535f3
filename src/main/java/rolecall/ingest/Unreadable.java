package rolecall.ingest;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * Input that could not be read.
 *
 * @param file what the input is called: a path as the user wrote it, {@code -} for standard input
 * @param record the place of the lost record, counted from 0; empty when it is not one record
 * @param offset bytes from the start of the input, unpacked, to where the loss begins; empty when
 *     nothing was read at all
 * @param what what is wrong, as one sentence with its full stop
 * @param fix what the user can do, as an imperative sentence
 */
public record Unreadable(
    String file, OptionalLong record, OptionalLong offset, String what, String fix) {
  public Unreadable {
    Objects.requireNonNull(file, "file is null");
    Objects.requireNonNull(record, "record is null");
    Objects.requireNonNull(offset, "offset is null");
    Objects.requireNonNull(what, "what is null");
    Objects.requireNonNull(fix, "fix is null");
  }
}
