/** Projects events of credit notes, disputes and receipts onto their read models. */
@NullMarked
package za.lexohub.projectors.claims;

import org.jspecify.annotations.NullMarked;
