/** What every message has in common: its tenant, its metadata keys, and how a refusal is said. */
@NullMarked
package za.lexohub.messages;

import org.jspecify.annotations.NullMarked;
