/** What an auditor asks: the log itself, what it proves, and everything of it in one file. */
@NullMarked
package za.lexohub.api.audit;

import org.jspecify.annotations.NullMarked;
