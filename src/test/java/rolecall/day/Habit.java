package rolecall.day;

import java.util.List;

/** What an account does again and again: a few records each time, one after the other. */
@FunctionalInterface
interface Habit {
  List<Happening> once(Draw draw);
}
