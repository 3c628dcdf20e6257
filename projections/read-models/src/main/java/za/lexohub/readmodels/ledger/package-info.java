/** What happened to money and work, fact by fact: the source of every figure in the reports. */
@NullMarked
package za.lexohub.readmodels.ledger;

import org.jspecify.annotations.NullMarked;
