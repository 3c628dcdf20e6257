package za.lexohub.api.reading;

import org.jspecify.annotations.Nullable;
import za.lexohub.query.Answer;
import za.lexohub.query.Consistency;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.Page;

/** Asks for one page of a list. */
@FunctionalInterface
public interface PageQuery<T> {
  Answer<Page<T>> after(@Nullable Cursor after, Consistency consistency);
}
