package za.lexohub.api.search;

import java.util.List;
import za.lexohub.query.search.Suggestion;

/** How what is being typed may go on. */
record Suggested(List<Suggestion> data) {}
